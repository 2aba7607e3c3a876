import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { stepAnswers } from "@/db/schema";
import { type AnswerStep, answerSteps } from "./model";
import { type Answers, type CheckedAnswers, emptyAnswers, stepSchemas } from "./schema";

export type Draft = {
  answers: Answers;
  versions: Record<AnswerStep, number>;
  /** Everything in the form Plaid is sent; undefined while a step is incomplete. */
  checked: CheckedAnswers | undefined;
};

/** A draft as it stands: what is kept, laid over the empty form, and checked again. */
export async function readDraft(
  source: Database | Transaction,
  customerId: string,
): Promise<Draft> {
  const rows = await source
    .select({
      step: stepAnswers.step,
      answers: stepAnswers.answers,
      version: stepAnswers.version,
    })
    .from(stepAnswers)
    .where(eq(stepAnswers.customerId, customerId));

  const answers = structuredClone(emptyAnswers);
  const versions = Object.fromEntries(answerSteps.map((step) => [step, 0]));
  for (const { step, answers: kept, version } of rows) {
    Object.assign(answers, { [step]: kept });
    versions[step] = version;
  }
  const parsed = answerSteps.map(
    (step) => [step, stepSchemas[step].safeParse(answers[step])] as const,
  );
  const complete = parsed.every(([, result]) => result.success);
  const checked = Object.fromEntries(parsed.map(([step, result]) => [step, result.data]));
  return {
    answers,
    // Every step of `answerSteps` was given a number above.
    versions: versions as Record<AnswerStep, number>,
    // Each entry is the output of its own step's schema, and none is missing.
    checked: complete ? (checked as CheckedAnswers) : undefined,
  };
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
