import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { attestationDrafts, attestationTexts, customers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { fail, ok, type Result } from "@/lib/result";
import type { PublishError, WordingKind } from "./model";
import { readDraft } from "./queries";

type Seen = {
  kind: WordingKind;
  /** Of the draft that was read (ISO 8601), and of the version it replaces. */
  savedAt: string;
  version: number;
};

/**
 * Puts the draft in force: whoever confirms from now on confirms these words. What was confirmed
 * before stays evidence of its own words; drafts that were not sent have to be confirmed again.
 */
export async function publishWording(
  actor: Actor,
  { kind, savedAt, version }: Seen,
): Promise<Result<{ version: number }, PublishError>> {
  authorize(actor, "settings.manage");

  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('attestation_texts'))`);
    const draft = await readDraft(tx, kind);
    if (!draft) return fail({ code: "nothing_new" });
    const [current] = await tx
      .select({
        version: attestationTexts.version,
        title: attestationTexts.title,
        body: attestationTexts.body,
      })
      .from(attestationTexts)
      .where(eq(attestationTexts.kind, kind))
      .orderBy(desc(attestationTexts.version))
      .limit(1);
    if (current?.version !== version || draft.savedAt !== savedAt) {
      return fail({ code: "changed_meanwhile" });
    }
    const { title, body } = draft;
    if (current.title === title && current.body === body) return fail({ code: "nothing_new" });

    const next = version + 1;
    await tx
      .insert(attestationTexts)
      .values({ kind, version: next, title, body, publishedBy: actor.userId });
    await tx.delete(attestationDrafts).where(eq(attestationDrafts.kind, kind));
    if (kind !== "addendum_acceptance") await askAgain(tx);
    const details = { kind, version: String(next) };
    await recordAudit(tx, actor, { action: "wording.published", subject: kind, details });
    return ok({ version: next });
  });
}

/** Ready drafts are not ready any more. */
async function askAgain(tx: Transaction): Promise<void> {
  await tx
    .update(customers)
    .set({ status: "DRAFT", statusSince: sql`now()` })
    .where(eq(customers.status, "READY"));
}
