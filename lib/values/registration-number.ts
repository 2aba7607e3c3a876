import "server-only";
import type { Spoken } from "@/lib/languages/model";
import { wordsIn } from "@/lib/languages/say";
import { plain } from "./text";
import type { Verdict } from "./verdict";

/** An FDIC certificate or NCUA charter number. */
export function registrationNumber(typed: string, language: Spoken): Verdict {
  const { say } = wordsIn(language);
  const value = plain(typed).replaceAll(/^#|[\s.-]/gu, "");
  if (value === "") return { value, warning: say("registrationNumber.wanted") };
  return /^\d{1,10}$/.test(value) ? { value } : { value, error: say("registrationNumber.digits") };
}
