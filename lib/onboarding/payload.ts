import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
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
import type { CheckedAnswers } from "./schema";

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
  const rows = await source
    .select({
      step: stepAnswers.step,
      answers: stepAnswers.answers,
      version: stepAnswers.version,
    })
    .from(stepAnswers)
    .where(eq(stepAnswers.customerId, customerId));

  const kept = answerSteps.map((step) => {
    const row = rows.find((one) => one.step === step);
    const answers = layOver(step, row?.answers, partner);
    return { step, answers, version: row?.version ?? 0, check: checkStep(step, answers, partner) };
  });
  const all = <T>(value: (one: (typeof kept)[number]) => T) =>
    // One entry for every step.
    Object.fromEntries(kept.map((one) => [one.step, value(one)])) as Record<AnswerStep, T>;
  const complete = kept.every(({ check }) => check.output !== undefined);
  return {
    // Each entry has the shape of its own step.
    answers: all(({ answers }) => answers) as unknown as Answers,
    versions: all(({ version }) => version),
    checks: all(({ check }) => check),
    // Each is the output of its own step's schema, and none is missing.
    checked: complete ? (all(({ check }) => check.output) as unknown as CheckedAnswers) : undefined,
  };
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

/** JSON with sorted keys: the same answers always give the same text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
  }
  return JSON.stringify(value);
}
