/** What has to be done around a customer before its users can connect, in this order. */
export const launchItems = [
  "sandbox_key",
  "redirect_uris",
  "dtm",
  "support_info",
  "enabled",
  "production_key",
  "first_call",
] as const;
export type LaunchItem = (typeof launchItems)[number];

/** What a person may say is done. Whether a customer is enabled, only Plaid says. */
export type ManualItem = Exclude<LaunchItem, "enabled">;

export function isManual(item: string): item is ManualItem {
  return item !== "enabled" && (launchItems as readonly string[]).includes(item);
}

/** How it is known that an item is done. Instants are ISO 8601. */
export type LaunchProof =
  /** Our own data tells. */
  | { by: "data"; at: string | null }
  | { by: "person"; name: string; at: string; note: string; link: string };

export type LaunchStep = { item: LaunchItem; done: LaunchProof | null };

export type TickError =
  | { code: "not_found" }
  /** Done already, as our own data tells: there is nothing to tick. */
  | { code: "known" }
  | { code: "bad_link"; reason: string };
