import "server-only";
import type { AnswerStep } from "@/lib/onboarding/model";
import { type Action, type Actor, type ApplicantActor, may, type StaffActor } from "./model";

export class ForbiddenError extends Error {
  override readonly name = "ForbiddenError";
}

/** First line of every domain function. The system acts only through functions that need no permission. */
export function authorize(actor: Actor, action: Action): asserts actor is StaffActor {
  if (!may(actor, action)) throw new ForbiddenError(`${actor.kind} may not ${action}`);
}

/** First line of what only an invited person does; which rows are its own, each query says. */
export function authorizeApplicant(actor: Actor): asserts actor is ApplicantActor {
  if (actor.kind !== "applicant") throw new ForbiddenError(`${actor.kind} was not invited`);
}

/** The same for the answers of one onboarding: staff who may edit, or its applicant within its own sections. */
export function authorizeAnswers(
  actor: Actor,
  customerId: string,
  step?: AnswerStep,
): asserts actor is StaffActor | ApplicantActor {
  if (actor.kind !== "applicant") return authorize(actor, "onboarding.edit");
  const own = actor.customerId === customerId;
  if (!own || (step && !actor.steps.includes(step))) {
    throw new ForbiddenError("applicant may not see or change what is not its own");
  }
}
