import "server-only";
import type { Spoken } from "@/lib/languages/model";
import type { AnswerStep, Answers, FieldErrors, PartnerDefaults } from "./model";
import { type Around, type CheckedAnswers, stepChecks } from "./step-checks";

export type CheckedStep<S extends AnswerStep = AnswerStep> = {
  /** Every field as Plaid is sent it; one with an error is not. */
  sent: CheckedAnswers[S];
  /** The same, undefined while there are errors. */
  output: CheckedAnswers[S] | undefined;
  errors: FieldErrors;
  /** Worth a second look, never in the way. */
  warnings: FieldErrors;
};

/** What one step comes to, beside the other answers of its draft and with this partner; staff read it in English. */
export function checkStep<S extends AnswerStep>(
  step: S,
  answers: Answers,
  partner: PartnerDefaults,
  language: Spoken = "en",
): CheckedStep<S> {
  const errors: FieldErrors = {};
  const warnings: FieldErrors = {};
  const take: Around["take"] = (path, { value, error, warning }) => {
    if (error) errors[path] = error;
    else if (warning) warnings[path] = warning;
    return value;
  };
  // The check of this very step.
  const sent = stepChecks[step]({ answers, partner, language, take }) as CheckedAnswers[S];
  const output = Object.keys(errors).length === 0 ? sent : undefined;
  return { sent, output, errors, warnings };
}
