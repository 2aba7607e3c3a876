import "server-only";
import { eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers, stepAnswers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { fail, ok, type Result } from "@/lib/result";
import { type AnswerStep, type Answers, answerSteps, emptyAnswers } from "./model";
import { readPartner } from "./partner";
import { readDraft } from "./payload";
import { readKept } from "./read-kept";
import { stateOf } from "./read-state";
import { updateCustomer } from "./write-draft";

/**
 * A new draft with the answers two companies of one house share: where they are, who answers, what
 * they use. Whatever names one company, or belongs to its website and brand (pages, redirect URIs,
 * logo), is empty; confirmations and Plaid's ids are about the other one and stay there.
 */
export async function duplicateOnboarding(
  actor: Actor,
  id: string,
): Promise<Result<{ id: string }, { code: "not_found" }>> {
  authorize(actor, "onboarding.edit");

  return db.transaction(async (tx) => {
    const [source] = await tx
      .select({ companyName: customers.companyName })
      .from(customers)
      .where(eq(customers.id, id));
    if (!source) return fail({ code: "not_found" });

    const [copy] = await tx
      .insert(customers)
      .values({ createdBy: actor.userId })
      .returning({ id: customers.id });
    if (!copy) throw new Error("The duplicate was not written");
    await copyAnswers(tx, { from: id, to: copy.id, by: actor.userId });
    const { answers, gaps, status: after } = stateOf(await readKept(tx, copy.id));
    await updateCustomer(tx, { ...copy, before: "DRAFT", after, answers, gaps });
    const details = { from: id, companyName: source.companyName };
    await recordAudit(tx, actor, { action: "onboarding.duplicated", subject: copy.id, details });
    await announce(tx, copy.id);
    return ok(copy);
  });
}

/** Steps nobody had opened stay unopened. */
async function copyAnswers(
  tx: Transaction,
  { from, to, by }: { from: string; to: string; by: string },
): Promise<void> {
  const { answers, versions } = await readDraft(tx, from, await readPartner(tx));
  const shared = sharedAnswers(answers);
  const opened = answerSteps.filter((step) => step in shared && versions[step] > 0);
  if (opened.length === 0) return;
  await tx
    .insert(stepAnswers)
    .values(opened.map((step) => ({ customerId: to, step, answers: shared[step], savedBy: by })));
}

function sharedAnswers(answers: Answers): Partial<Record<AnswerStep, object>> {
  const { company, contacts, support, products } = answers;
  const { address, isDepository } = company;
  return {
    company: { ...emptyAnswers.company, address, isDepository },
    contacts,
    support: { ...emptyAnswers.support, email: support.email, phoneNumber: support.phoneNumber },
    products,
  };
}
