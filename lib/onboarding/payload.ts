import "server-only";
import { createHash } from "node:crypto";
import { inArray } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { stepAnswers } from "@/db/schema";
import { fieldsOf, readPatch, withPatch } from "@/lib/answers/model";
import { type CheckedStep, checkStep } from "./check-step";
import {
  type AnswerStep,
  type Answers,
  answerSteps,
  emptyAnswers,
  type PartnerDefaults,
} from "./model";
import type { CheckedAnswers } from "./step-checks";

export type Draft = {
  answers: Answers;
  versions: Record<AnswerStep, number>;
  checks: Record<AnswerStep, CheckedStep>;
  /** Everything in the form Plaid is sent; undefined while a step is incomplete. */
  checked: CheckedAnswers | undefined;
};

/** A draft as it stands: what is kept, laid over the empty form, and checked again. */
export async function readDraft(
  source: Database | Transaction,
  customerId: string,
  partner: PartnerDefaults,
): Promise<Draft> {
  const drafts = await readDrafts(source, [customerId], partner);
  return drafts.get(customerId) ?? draftOf([], partner);
}

/** The same for many at once, by customer. */
export async function readDrafts(
  source: Database | Transaction,
  customerIds: string[],
  partner: PartnerDefaults,
): Promise<Map<string, Draft>> {
  const rows = await source
    .select({
      customerId: stepAnswers.customerId,
      step: stepAnswers.step,
      answers: stepAnswers.answers,
      version: stepAnswers.version,
    })
    .from(stepAnswers)
    .where(inArray(stepAnswers.customerId, customerIds));
  const draftFor = (id: string) =>
    draftOf(
      rows.filter(({ customerId }) => customerId === id),
      partner,
    );
  return new Map(customerIds.map((id) => [id, draftFor(id)]));
}

type KeptRow = { step: string; answers: unknown; version: number };

/** The same of rows that were read. */
export function draftOf(rows: KeptRow[], partner: PartnerDefaults): Draft {
  const kept = perStep((step) => rows.find((row) => row.step === step));
  // Each entry has the shape of its own step.
  const answers = perStep((step) => layOver(step, kept[step]?.answers, partner)) as Answers;
  const checks = perStep((step) => checkStep(step, answers, partner));
  const complete = answerSteps.every((step) => checks[step].output);
  return {
    answers,
    versions: perStep((step) => kept[step]?.version ?? 0),
    checks,
    // Each is the output of its own step's check, and none is missing.
    checked: complete ? (perStep((step) => checks[step].output) as CheckedAnswers) : undefined,
  };
}

function perStep<T>(value: (step: AnswerStep) => T): Record<AnswerStep, T> {
  // One entry for every step.
  return Object.fromEntries(answerSteps.map((step) => [step, value(step)])) as Record<
    AnswerStep,
    T
  >;
}

/**
 * What is kept of a step, and the empty form for the rest. Most end customers are at home where the
 * partner is.
 */
export function layOver<S extends AnswerStep>(
  step: S,
  kept: unknown,
  partner: PartnerDefaults,
): Answers[S] {
  const blank = withPatch(emptyAnswers[step], { "address.countryCode": partner.countryCode });
  if (typeof kept !== "object" || kept === null) return blank;
  return withPatch(blank, readPatch(step, fieldsOf(kept)));
}

/** Identifies exactly what would be sent (the confirmations apart), so that a later change is noticed. */
export function payloadSha256(checked: CheckedAnswers): string {
  return createHash("sha256").update(canonical(checked)).digest("hex");
}

/** Identifies answers as they were typed, whoever may see which of them. */
export function answersSha256(answers: Answers): string {
  return createHash("sha256").update(canonical(answers)).digest("hex");
}

/** JSON with sorted keys: the same answers always give the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
