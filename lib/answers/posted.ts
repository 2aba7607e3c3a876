import "server-only";
import { type AnswerStep, type Answers, PASTED_URIS_FIELD } from "@/lib/onboarding/model";
import { mergeRedirectUris } from "@/lib/web-addresses/model";
import { readAnswers, readText } from "./model";

/** What a form holds once it is sent: what was being pasted has joined the list. */
export function readPosted(step: AnswerStep, form: FormData): Answers[AnswerStep] {
  const answers = readAnswers(step, form);
  const pasted = readText(form.get(PASTED_URIS_FIELD));
  if (!("redirectUris" in answers) || pasted.trim() === "") return answers;
  const listed = answers.redirectUris.filter((uri) => uri.trim() !== "");
  return { redirectUris: mergeRedirectUris(listed, pasted) };
}
