import { z } from "zod";
import type { ReviewState, Shown } from "@/components/review/review-form";
import { fieldsOf, readPatch, withPatch } from "@/lib/answers/model";
import { type Answers, answerSteps, emptyAnswers } from "@/lib/onboarding/model";
import { COMMENT_LENGTH_MAX, rejectionCodes } from "@/lib/reviews/model";

const short = z.string().max(64).catch("");

/** More than may be kept, so that what is too long can be said to be. */
const words = z
  .string()
  .transform((text) => text.slice(0, COMMENT_LENGTH_MAX + 1).replaceAll(/\0|\p{Cs}/gu, ""))
  .catch("");

const COMMENT = "comment:";

/** Comments in their boxes, by the key of their place. */
export function readTyped(form: FormData): Record<string, string> {
  const typed = [...form.entries()].flatMap(([name, value]) => {
    const text = words.parse(value);
    return name.startsWith(COMMENT) && text.trim() !== ""
      ? [[name.slice(COMMENT.length), text] as const]
      : [];
  });
  return Object.fromEntries(typed);
}

/** What the page was showing; what cannot be read was nothing. */
function readShown(form: FormData): Shown {
  const posted = asObject(form.get("shown"));
  const answers = asObject(JSON.stringify(posted.answers ?? {}));
  const steps = answerSteps.map((step) => {
    const given = answers[step];
    const fields = typeof given === "object" && given !== null ? fieldsOf(given) : {};
    return [step, withPatch(emptyAnswers[step], readPatch(step, fields))];
  });
  return {
    // One entry for every step, each of its own shape.
    answers: Object.fromEntries(steps) as Answers,
    answersSha256: short.parse(posted.answersSha256),
    submissionId: short.parse(posted.submissionId),
  };
}

function asObject(json: unknown): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(String(json));
    return typeof read === "object" && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}

/** `ask:company.website` is what to do, and to what. */
export function readIntent(form: FormData): [intent: string, about: string] {
  const [intent = "", about = ""] = String(form.get("intent") ?? "").split(":");
  return [intent, about];
}

const reasonCode = z.enum(rejectionCodes);

export function readRejection(form: FormData) {
  return {
    seen: {
      submissionId: short.parse(form.get("submission")),
      answersSha256: short.catch("").parse(form.get("answers")),
    },
    reasonCode: reasonCode.safeParse(form.get("reasonCode")).data,
    reason: words.parse(form.get("reason")),
  };
}

/** Nothing went wrong. */
export function settled(form: FormData, typed = readTyped(form)): ReviewState {
  return { shown: readShown(form), typed, problem: null, errors: [] };
}
