import type { ReactNode } from "react";
import { Section } from "@/components/ui/section";
import { canRemove } from "@/lib/statuses/model";
import { whoMay } from "./who-may";

/** The way to remove a customer, or why there is none. */
export function Removal({
  status,
  allowed,
  remove,
}: {
  status: string;
  allowed: boolean;
  remove: ReactNode;
}) {
  if (status === "REMOVED") return null;
  const against =
    reasonAgainst(status) ?? (allowed ? null : whoMay("customer.remove", "remove this customer"));
  return <Section title="Removal">{against ? <p>{against}</p> : remove}</Section>;
}

/** Null for a customer that can be removed. */
export function reasonAgainst(status: string): string | null {
  if (canRemove(status)) return null;
  if (status === "ACTIVE") {
    return "Live customers can only be removed by your Plaid account manager.";
  }
  if (status === "REMOVED") return "It was removed already.";
  if (status === "SUBMIT_UNKNOWN" || status === "ENABLE_UNKNOWN") {
    return "It can be removed once it is known what happened at Plaid.";
  }
  return "It cannot be removed while Plaid is working on it.";
}
