import { canRemove } from "@/lib/statuses/model";

/** Why a customer cannot be removed; null where it can. */
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
