import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { customers } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { deletesAt } from "./deletion";

/** When this draft is deleted (ISO 8601), where that is within a month. */
export async function getDeletion(actor: Actor, id: string): Promise<string | null> {
  authorize(actor, "customer.read");
  const [draft] = await db.select({ deletesAt }).from(customers).where(eq(customers.id, id));
  return draft?.deletesAt?.toISOString() ?? null;
}
