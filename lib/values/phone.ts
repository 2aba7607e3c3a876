import "server-only";
import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Spoken } from "@/lib/languages/model";
import { wordsIn } from "@/lib/languages/say";
import { plain } from "./text";
import { joined, type Verdict } from "./verdict";

/**
 * A phone number in E.164, such as +14155550132; an extension is left out.
 *
 * @param countryCode ISO 3166-1 alpha-2: whose number it is when it has no country code of its own.
 */
export function phone(typed: string, language: Spoken, countryCode: string): Verdict {
  const { say } = wordsIn(language);
  const value = plain(typed);
  if (value === "") return { value };

  const number = parsePhoneNumberFromString(value, {
    ...(isSupportedCountry(countryCode) && { defaultCountry: countryCode }),
    // Otherwise "call 415 555 0132" would be taken for a number.
    extract: false,
  });
  if (!number?.isPossible())
    return {
      value,
      error: say(isNorthAmerican(countryCode) ? "phone.areaCode" : "phone.countryCode"),
    };
  return {
    value: number.number,
    warning: joined(
      number.isValid() ? undefined : say("phone.notInService"),
      number.ext ? say("phone.extension") : undefined,
    ),
  };
}

function isNorthAmerican(countryCode: string): boolean {
  return countryCode === "US" || countryCode === "CA";
}
