import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers } from "@/db/schema";
import { noticeDrafts } from "@/lib/retention/notice-drafts";
import type { Staff } from "./actors";
import { readyDraft } from "./drafts";
import { mailsTo } from "./reviews";

/** Moves what was done to a draft into the past, its notice too. */
export async function age(id: string, days: number): Promise<void> {
  const past = sql.raw(`interval '${days} days'`);
  await db
    .update(customers)
    .set({
      updatedAt: sql`${customers.updatedAt} - ${past}`,
      deletionNoticedAt: sql`${customers.deletionNoticedAt} - ${past}`,
    })
    .where(eq(customers.id, id));
}

/** A draft whose owner was told, and whose time is over now. */
export async function overdue(owner: Staff, make = readyDraft): Promise<string> {
  const id = await make(owner);
  await age(id, 175);
  await noticeDrafts();
  await age(id, 8);
  return id;
}

export async function isThere(id: string): Promise<boolean> {
  return (await db.$count(customers, eq(customers.id, id))) === 1;
}

export const endsMails = async ({ email }: Staff) =>
  (await mailsTo(email)).filter(({ template }) => template === "drafts-end");
