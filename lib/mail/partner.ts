import "server-only";
import { type Database, db, type Transaction } from "@/db/client";
import { partnerSettings } from "@/db/schema";

/** What the partner says to invited customers in its own words, and where they can ask. */
export async function welcomeOf(): Promise<{ greeting: string; contactEmail: string | null }> {
  const [partner] = await db
    .select({ greeting: partnerSettings.greeting, contactEmail: partnerSettings.contactEmail })
    .from(partnerSettings);
  return partner ?? { greeting: "", contactEmail: null };
}

/** In whose name an end customer is written to; the product's own until an administrator has entered it. */
export async function partnerOf(source: Database | Transaction = db): Promise<string> {
  const [partner] = await source
    .select({ name: partnerSettings.partnerName })
    .from(partnerSettings);
  return partner?.name || "Vestibule";
}
