import type { Translate } from "@/lib/languages/model";
import { canRemove } from "@/lib/statuses/model";

/** Why a customer cannot be removed; null where it can. */
export function reasonAgainst(status: string, t: Translate<"customers">): string | null {
  if (canRemove(status)) return null;
  if (status === "ACTIVE") return t("remove.against.live");
  if (status === "REMOVED") return t("remove.against.removed");
  if (status === "SUBMIT_UNKNOWN" || status === "ENABLE_UNKNOWN") {
    return t("remove.against.unknown");
  }
  return t("remove.against.working");
}
