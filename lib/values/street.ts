import "server-only";
import type { Spoken } from "@/lib/languages/model";
import { wordsIn } from "@/lib/languages/say";
import { text } from "./text";
import type { Verdict } from "./verdict";

const postBox =
  /\bp\.? ?o\.? ?box\b|\bpost office box\b|\bpostfach\b|\bbo[iî]te postale\b|\bapartado\b/iu;

export function street(typed: string, language: Spoken): Verdict {
  const { say } = wordsIn(language);
  const verdict = text(typed, language, { named: say("named.street"), ask: say("ask.street") });
  return postBox.test(verdict.value) ? { ...verdict, warning: say("street.postBox") } : verdict;
}
