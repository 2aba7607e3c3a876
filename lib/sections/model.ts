import { createTranslator } from "use-intl/core";
import { labelsOf, type NameKey, namesOf, stepTitles } from "@/lib/fields/model";
import type { Filler } from "@/lib/invitations/model";
import english from "@/lib/languages/messages/en/staff/requirements.json";
import {
  type AnswerStep,
  answerSteps,
  type SectionState,
  type Step,
  steps,
} from "@/lib/onboarding/model";
import { placeOf } from "@/lib/refusals/model";
import type { Facts } from "@/lib/requirements/model";

const t = createTranslator({ locale: "en", messages: english });

/** One row of the task list. */
export type Section = { step: Step; state: SectionState; missing: NameKey[]; filler: Filler };

type DraftFacts = Pick<
  Facts,
  "gaps" | "saved" | "fillers" | "attested" | "confirmedBefore" | "refusal"
>;

/** The wizard's steps in order, how each stands, what it lacks by name, and who is asked for it. */
export function sectionsOf(facts: DraftFacts): Section[] {
  return steps.map((step) => ({
    step,
    state: stateOf(step, facts),
    missing: namesOf(facts.gaps.filter((gap) => gap.step === step && gap.path !== "")),
    filler: facts.fillers[step as AnswerStep] ?? "us",
  }));
}

function stateOf(step: Step, facts: DraftFacts): SectionState {
  const { gaps, saved, attested, confirmedBefore, refusal } = facts;
  if (refusal && (placeOf(refusal)?.step ?? "check") === step) return "problem";
  if (step === "check") return "not_started";
  if (step === "attestations") {
    if (gaps.length > 0) return "cannot_start";
    if (attested) return "completed";
    return confirmedBefore ? "in_progress" : "not_started";
  }
  if (!saved.includes(step)) return "not_started";
  return gaps.some((gap) => gap.step === step) ? "in_progress" : "completed";
}

/** "3 of 7 sections complete": checking answers nothing, so it does not count. */
export function progressOf(facts: DraftFacts): string {
  const done = sectionsOf(facts).filter(({ state }) => state === "completed");
  return t("progress", { done: done.length, total: answerSteps.length + 1 });
}

/** Name of the first thing that is missing. */
export function nextOf({ gaps }: DraftFacts): string {
  const [next = stepTitles.attestations] = labelsOf(gaps);
  return next;
}

/**
 * Where somebody who comes back goes on: at Plaid's refusal, else in the section begun last, else in
 * the first one that is not complete.
 *
 * @param latest the steps that were saved, latest first.
 */
export function resumeAt(sections: Section[], latest: Step[]): Step {
  const inState = (...states: SectionState[]) =>
    sections.filter(({ state }) => states.includes(state)).map(({ step }) => step);
  const [refused] = inState("problem");
  const [confirmed] = inState("completed").filter((step) => step === "attestations");
  const unfinished = inState("in_progress");
  const begun = latest.find((step) => unfinished.includes(step));
  const [open = "check"] = inState("in_progress", "not_started");
  return refused ?? begun ?? (confirmed ? "check" : open);
}
