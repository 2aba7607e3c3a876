import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers, stepAnswers } from "@/db/schema";
import { type Patch, withChoices, withPatch } from "@/lib/answers/model";
import { recordAudit } from "@/lib/audit/record";
import { authorize, ForbiddenError } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import type { SavedStep, SaveStepProblem } from "@/lib/drafts/model";
import { announce } from "@/lib/live/announce";
import { foldName } from "@/lib/names/model";
import { refusalErrors } from "@/lib/refusals/model";
import { ok, type Result } from "@/lib/result";
import { tidy } from "@/lib/values/text";
import { lockDraft } from "./lock-draft";
import { logoFacts } from "./logo";
import { changesOf, historyOf, type KeptStep, mergePatch } from "./merge-patch";
import type { AnswerStep, Answers } from "./model";
import { readPartner } from "./partner";
import { layOver } from "./payload";
import { readState } from "./read-state";

/** Ours: what the lists show of a name. */
const NAME_LENGTH_MAX = 200;

export type StepInput = {
  id: string;
  step: AnswerStep;
  /** Version of the answers the form was made from. */
  base: number;
  /** Names one opening of the page, which counts its posts by `seq`. */
  editor: string;
  seq: number;
  patch: Patch;
  /** The person is done with the step, even if all of it stayed empty. */
  continued: boolean;
};

/**
 * Keeps what was typed, right or wrong, and says what is still wrong with it. A field that somebody
 * else changed since the form was made is left alone and handed back.
 */
export async function saveStep(
  actor: Actor,
  input: StepInput,
): Promise<Result<SavedStep, SaveStepProblem>> {
  authorize(actor, "onboarding.edit");
  if (actor.kind !== "staff") throw new ForbiddenError("only staff may save a step");
  const { id, step, editor } = input;

  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, id);
    if (!draft.ok) return draft;

    const kept = await readKept(tx, id, step);
    const patch = withChoices(await withoutStrangeLogo(tx, input.patch));
    const { applied, untouched, conflicting } = mergePatch(kept, { ...input, patch });
    const first = input.continued && kept.version === 0;
    const writes = first || Object.keys(applied).length > 0;
    const version = writes ? kept.version + 1 : kept.version;
    if (writes) {
      const fields = { ...kept.fields, ...historyOf(applied, { ...input, version, by: actor }) };
      const answers = withPatch(kept.answers, applied);
      await write(tx, { id, step, answers, version, fields, savedBy: actor.userId });
    }
    const state = await readState(tx, id);
    const moved =
      writes && (await updateCustomer(tx, { id, before: draft.value.status, ...state }));
    // Typing saves every moment: one entry tells that this person worked on the step.
    const begins = writes && !Object.values(kept.fields).some((field) => field.editor === editor);
    if (begins) {
      const details = { step };
      await recordAudit(tx, actor, { action: "onboarding.step_saved", subject: id, details });
    }
    if (begins || moved) await announce(tx, id);
    const { errors, warnings } = state.checks[step];
    return ok({
      version,
      savedAt: new Date().toISOString(),
      complete: Object.keys(errors).length === 0,
      errors: { ...refusalErrors(state.refusal, step), ...errors },
      warnings,
      theirs: await changesOf(tx, actor, { kept, paths: untouched }),
      conflicts: await changesOf(tx, actor, { kept, paths: conflicting }),
    });
  });
}

async function readKept(tx: Transaction, customerId: string, step: AnswerStep): Promise<KeptStep> {
  const [kept] = await tx
    .select({
      answers: stepAnswers.answers,
      version: stepAnswers.version,
      fields: stepAnswers.fields,
    })
    .from(stepAnswers)
    .where(and(eq(stepAnswers.customerId, customerId), eq(stepAnswers.step, step)));
  const answers = layOver(step, kept?.answers, await readPartner(tx));
  return { version: kept?.version ?? 0, fields: kept?.fields ?? {}, answers };
}

/** A logo is named by its hash only after it was stored. */
async function withoutStrangeLogo(tx: Transaction, patch: Patch): Promise<Patch> {
  const { logo, ...others } = patch;
  if (typeof logo !== "string" || logo === "" || (await logoFacts(tx, logo))) return patch;
  return others;
}

type Written = Pick<typeof stepAnswers.$inferInsert, "fields" | "savedBy"> & {
  id: string;
  step: AnswerStep;
  answers: object;
  version: number;
};

async function write(tx: Transaction, { id, step, ...values }: Written): Promise<void> {
  const row = { ...values, savedAt: sql`now()` };
  await tx
    .insert(stepAnswers)
    .values({ ...row, customerId: id, step })
    .onConflictDoUpdate({ target: [stepAnswers.customerId, stepAnswers.step], set: row });
}

type Updated = { id: string; before: string } & Pick<
  Awaited<ReturnType<typeof readState>>,
  "answers" | "gaps" | "status"
>;

/**
 * The row of the lists, as the answers make it.
 *
 * @returns whether the status is another one now.
 */
export async function updateCustomer(
  tx: Transaction,
  { id, before, status, answers, gaps }: Updated,
): Promise<boolean> {
  await tx
    .update(customers)
    .set({
      ...namesOf(answers.company),
      gaps,
      updatedAt: sql`now()`,
      status,
      ...(status === before ? {} : { statusSince: sql`now()` }),
    })
    .where(eq(customers.id, id));
  return status !== before;
}

function namesOf(company: Answers["company"]) {
  return {
    companyName: shorten(company.companyName),
    legalEntityName: shorten(company.legalEntityName),
    applicationName: shorten(company.applicationName),
    website: shorten(company.website),
    legalEntityNameKey: foldName(company.legalEntityName),
    applicationNameKey: foldName(company.applicationName),
  };
}

/** Counts characters, so that none is cut in half. */
function shorten(typed: string): string {
  return [...tidy(typed)].slice(0, NAME_LENGTH_MAX).join("");
}
