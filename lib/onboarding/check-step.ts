import "server-only";
import type { AnswerStep, FieldErrors, PartnerDefaults } from "./model";
import { type CheckedAnswers, fieldErrors, productsSchemaFor, stepSchemas } from "./schema";

export type CheckedStep<S extends AnswerStep = AnswerStep> = {
  /** Normalised, as Plaid is sent it; undefined while there are errors. */
  output: CheckedAnswers[S] | undefined;
  errors: FieldErrors;
  /** Worth a second look, never in the way. */
  warnings: FieldErrors;
};

/** What one step's answers come to with this partner. Takes any JSON: patches come from a browser. */
export function checkStep<S extends AnswerStep>(
  step: S,
  answers: unknown,
  partner: PartnerDefaults,
): CheckedStep<S> {
  const parsed = schemaOf(step, partner).safeParse(answers);
  return {
    // The schema of this very step.
    output: parsed.data as CheckedAnswers[S] | undefined,
    errors: parsed.success ? {} : fieldErrors(parsed.error),
    warnings: {},
  };
}

function schemaOf(step: AnswerStep, partner: PartnerDefaults) {
  if (step !== "products") return stepSchemas[step];
  return productsSchemaFor({ amountRequired: partner.hasMonthlyCommitment });
}
