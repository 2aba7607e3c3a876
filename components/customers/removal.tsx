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
  const reason = reasonAgainst(status, allowed);
  if (status === "REMOVED") return null;
  return <Section title="Removal">{reason ? <p>{reason}</p> : remove}</Section>;
}

function reasonAgainst(status: string, allowed: boolean): string | undefined {
  if (status === "ACTIVE") {
    return "Live customers can only be removed by your Plaid account manager.";
  }
  if (status === "SUBMIT_UNKNOWN" || status === "ENABLE_UNKNOWN") {
    return "It can be removed once it is known what happened at Plaid.";
  }
  if (!canRemove(status)) return "It cannot be removed while Plaid is working on it.";
  return allowed ? undefined : whoMay("customer.remove", "remove this customer");
}
