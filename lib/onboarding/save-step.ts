import "server-only";
import { isDeepStrictEqual } from "node:util";
import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { customers, logos, stepAnswers, users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize, ForbiddenError } from "@/lib/auth/actor";
import type { Actor, StaffActor } from "@/lib/auth/model";
import type { SaveStepProblem } from "@/lib/drafts/model";
import { announce } from "@/lib/live/announce";
import { fail, ok, type Result } from "@/lib/result";
import { lockDraft } from "./lock-draft";
import type { AnswerStep } from "./model";
import { readPartner } from "./partner";
import { readState, schemaOf } from "./read-state";
import { type Answers, type FieldErrors, fieldErrors, tidy } from "./schema";

/** Ours: what the lists show of a name. */
const NAME_LENGTH_MAX = 200;

export type StepInput<S extends AnswerStep = AnswerStep> = {
  id: string;
  step: S;
  answers: Answers[S];
  /** Of the answers the form was made from. */
  version: number;
};

export type SavedStep = { complete: boolean; errors: FieldErrors; version: number };

/**
 * Keeps what was typed, right or wrong, and says what is still wrong with it. Never overwrites what
 * somebody else saved since the form was made.
 */
export async function saveStep(
  actor: Actor,
  input: StepInput,
): Promise<Result<SavedStep, SaveStepProblem>> {
  authorize(actor, "onboarding.edit");
  if (actor.kind !== "staff") throw new ForbiddenError("only staff may save a step");
  const { id, step } = input;

  return db.transaction(async (tx) => {
    const draft = await lockDraft(tx, id);
    if (!draft.ok) return draft;

    const kept = await readKept(tx, id, step);
    const errors = await errorsOf(tx, input);
    const complete = Object.keys(errors).length === 0;
    if (kept && isDeepStrictEqual(kept.answers, input.answers)) {
      return ok({ complete, errors, version: kept.version });
    }
    if (kept && kept.version !== input.version) {
      const by = kept.userId === actor.userId ? "You" : (kept.name ?? "The invited customer");
      return fail({ code: "changed_meanwhile", by, version: kept.version });
    }
    const version = (kept?.version ?? 0) + 1;
    await write(tx, actor, { ...input, complete, version });
    await updateCustomer(tx, input, draft.value.status);
    await recordAudit(tx, actor, {
      action: "onboarding.step_saved",
      subject: id,
      details: { step },
    });
    await announce(tx, id);
    return ok({ complete, errors, version });
  });
}

async function readKept(tx: Transaction, customerId: string, step: AnswerStep) {
  const [kept] = await tx
    .select({
      answers: stepAnswers.answers,
      version: stepAnswers.version,
      userId: stepAnswers.savedBy,
      name: users.name,
    })
    .from(stepAnswers)
    .leftJoin(users, eq(users.id, stepAnswers.savedBy))
    .where(and(eq(stepAnswers.customerId, customerId), eq(stepAnswers.step, step)));
  return kept;
}

async function errorsOf(tx: Transaction, input: StepInput): Promise<FieldErrors> {
  const { step, answers } = input;
  const partner = await readPartner(tx);
  const parsed = schemaOf(step, partner).safeParse(answers);
  if (!parsed.success) return fieldErrors(parsed.error);
  if (isOf("logo", input) && input.answers.logo && !(await isStored(tx, input.answers.logo))) {
    return { logo: "Choose the logo again" };
  }
  return {};
}

/** The step says whose answers these are. */
export function isOf<S extends AnswerStep>(step: S, input: StepInput): input is StepInput<S> {
  return input.step === step;
}

async function isStored(tx: Transaction, sha256: string): Promise<boolean> {
  const [logo] = await tx
    .select({ sha256: logos.sha256 })
    .from(logos)
    .where(eq(logos.sha256, sha256));
  return logo !== undefined;
}

type Written = {
  id: string;
  step: AnswerStep;
  answers: unknown;
  complete: boolean;
  version: number;
};

async function write(
  tx: Transaction,
  { userId }: StaffActor,
  { id, step, answers, complete, version }: Written,
): Promise<void> {
  const row = { answers, complete, version, savedBy: userId, savedAt: sql`now()` };
  await tx
    .insert(stepAnswers)
    .values({ ...row, customerId: id, step })
    .onConflictDoUpdate({ target: [stepAnswers.customerId, stepAnswers.step], set: row });
}

async function updateCustomer(tx: Transaction, input: StepInput, status: string): Promise<void> {
  const { incomplete, attested } = await readState(tx, input.id);
  const next = incomplete.length === 0 && attested ? "READY" : "DRAFT";
  await tx
    .update(customers)
    .set({
      ...(isOf("company", input) ? namesOf(input.answers) : {}),
      updatedAt: sql`now()`,
      status: next,
      ...(next === status ? {} : { statusSince: sql`now()` }),
    })
    .where(eq(customers.id, input.id));
}

function namesOf(company: Answers["company"]) {
  return {
    companyName: shorten(company.companyName),
    legalEntityName: shorten(company.legalEntityName),
    applicationName: shorten(company.applicationName),
    website: shorten(company.website),
  };
}

/** Counts characters, so that none is cut in half. */
function shorten(typed: string): string {
  return [...tidy(typed)].slice(0, NAME_LENGTH_MAX).join("");
}
