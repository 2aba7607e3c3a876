import "server-only";
import type { Spoken } from "@/lib/languages/model";
import { wordsIn } from "@/lib/languages/say";
import { countryCodes } from "./model";
import { plain } from "./text";
import type { Verdict } from "./verdict";

/** A code of ISO 3166-1 alpha-2. */
export function country(typed: string, language: Spoken): Verdict {
  const value = plain(typed).toUpperCase();
  return countryCodes.includes(value)
    ? { value }
    : { value, error: wordsIn(language).say("country.choose") };
}
