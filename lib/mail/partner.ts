import "server-only";
import { type Database, db, type Transaction } from "@/db/client";
import { partnerSettings } from "@/db/schema";

/** In whose name an end customer is written to; the product's own until an administrator has entered it. */
export async function partnerOf(source: Database | Transaction = db): Promise<string> {
  const [partner] = await source
    .select({ name: partnerSettings.partnerName })
    .from(partnerSettings);
  return partner?.name || "Vestibule";
}
