import "server-only";
import type { Spoken } from "@/lib/languages/model";
import { wordsIn } from "@/lib/languages/say";
import { fold, regionCodes } from "./regions";
import { plain, text } from "./text";
import type { Verdict } from "./verdict";

/** In the United States and Canada the region's code; elsewhere whatever is written, if anything. */
export function region(typed: string, language: Spoken, countryCode: string): Verdict {
  const { say } = wordsIn(language);
  const codes = regionCodes[countryCode];
  if (!codes) return text(typed, language, { named: say("named.region"), lengthMax: 100 });

  const value = plain(typed);
  const code = codes.get(fold(value.replace(new RegExp(`^${countryCode}-`, "i"), "")));
  if (code) return { value: code };
  return { value, error: say(countryCode === "US" ? "region.state" : "region.province") };
}
