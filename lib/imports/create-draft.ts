import "server-only";
import { db } from "@/db/client";
import { customers, stepAnswers } from "@/db/schema";
import { withPatch } from "@/lib/answers/model";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { answerSteps } from "@/lib/onboarding/model";
import { readPartner } from "@/lib/onboarding/partner";
import { layOver } from "@/lib/onboarding/payload";
import { readKept } from "@/lib/onboarding/read-kept";
import { stateOf } from "@/lib/onboarding/read-state";
import { updateCustomer } from "@/lib/onboarding/write-draft";
import type { ImportPatches } from "./model";

type NewDraft = {
  /** Chosen before: making it a second time changes nothing. */
  id: string;
  patches: ImportPatches;
  /** Of the run, for the log. */
  row: number;
};

/** A draft with the answers of one imported row. It is never sent, and nothing in it is confirmed. */
export async function createDraft(actor: Actor, { id, patches, row }: NewDraft): Promise<void> {
  authorize(actor, "onboarding.edit");
  const { userId } = actor;

  await db.transaction(async (tx) => {
    const made = await tx
      .insert(customers)
      .values({ id, createdBy: userId })
      .onConflictDoNothing({ target: customers.id })
      .returning({ id: customers.id });
    if (made.length === 0) return;
    const partner = await readPartner(tx);
    const kept = answerSteps.flatMap((step) => {
      const patch = patches[step];
      if (!patch) return [];
      const answers = withPatch(layOver(step, undefined, partner), patch);
      return [{ customerId: id, step, answers, savedBy: userId }];
    });
    if (kept.length > 0) await tx.insert(stepAnswers).values(kept);
    const { answers, gaps, status: after } = stateOf(await readKept(tx, id));
    await updateCustomer(tx, { id, before: "DRAFT", after, answers, gaps });
    const details = { row: String(row) };
    await recordAudit(tx, actor, { action: "onboarding.imported", subject: id, details });
    await announce(tx, id);
  });
}
