import type { Tone } from "@/lib/statuses/model";
import type { Look } from "./icon";
import { Building2, CircleAlert, CircleCheck, CircleDot, Clock, User } from "./icons";

/** Tint and text of each tone; the pairs are the ones checked for contrast. */
export const toneColours: Record<Tone, string> = {
  neutral: "bg-neutral-tint text-neutral",
  you: "bg-you-tint text-you",
  customer: "bg-customer-tint text-customer",
  plaid: "bg-plaid-tint text-plaid",
  done: "bg-done-tint text-done",
  blocked: "bg-blocked-tint text-blocked",
};

const icons = {
  neutral: CircleDot,
  you: User,
  customer: Building2,
  plaid: Clock,
  done: CircleCheck,
  blocked: CircleAlert,
} as const;

export function ToneIcon({ tone, ...look }: Look & { tone: Tone }) {
  const Icon = icons[tone];
  return <Icon {...look} />;
}
