import "server-only";
import { instruments } from "./instruments";

/** A genuine webhook is safe in the database. */
export function countStored(): void {
  instruments().webhooks.add(1, { outcome: "stored" });
}
