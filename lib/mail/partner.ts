import "server-only";
import { db } from "@/db/client";
import { partnerSettings } from "@/db/schema";

/** In whose name mails are written; the product's own until an administrator has entered it. */
export async function partnerOf(): Promise<string> {
  const [partner] = await db.select({ name: partnerSettings.partnerName }).from(partnerSettings);
  return partner?.name || "Vestibule";
}
