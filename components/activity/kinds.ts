import { type ActivityEntry, BANK_CHANGED } from "@/lib/activity/model";
import type { Translate } from "@/lib/languages/model";
import { actorOf, describeAction } from "./action-texts";

/** What the timeline can be narrowed to. */
export const activityKinds = [
  "status",
  "bank",
  "edit",
  "review",
  "invitation",
  "secret",
  "launch",
] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** How the actions of a kind begin. */
const kinds: Record<ActivityKind, RegExp> = {
  status:
    /^(customer\.(?!assigned|unassigned|change)|onboarding\.(sent|refused|not_sent|unanswered|discarded|started))/,
  bank: new RegExp(`^${BANK_CHANGED.replace(".", "\\.")}`),
  edit: /^(onboarding\.(step_saved|attested|submitted)|customer\.change)/,
  review: /^(review\.|customer\.(un)?assigned)/,
  invitation: /^invitation\./,
  secret: /^(secret|handover)/,
  launch: /^launch\./,
};

export function isActivityKind(value: string): value is ActivityKind {
  return Object.hasOwn(kinds, value);
}

/** Whether an event is of this kind and reads like what was typed. */
export function matcherOf(kind: ActivityKind | null, typed: string, t: Translate<"activity">) {
  const wanted = typed.trim().toLowerCase();
  return (entry: ActivityEntry): boolean =>
    (kind === null || kinds[kind].test(entry.action)) &&
    `${actorOf(entry, t)} ${describeAction(entry.action, entry.details, t)}`
      .toLowerCase()
      .includes(wanted);
}
