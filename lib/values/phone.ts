import "server-only";
import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { plain } from "./text";
import { joined, type Verdict } from "./verdict";

/**
 * A phone number in E.164, such as +14155550132; an extension is left out.
 *
 * @param countryCode ISO 3166-1 alpha-2: whose number it is when it has no country code of its own.
 */
export function phone(typed: string, countryCode: string): Verdict {
  const value = plain(typed);
  if (value === "") return { value };

  const number = parsePhoneNumberFromString(value, {
    ...(isSupportedCountry(countryCode) && { defaultCountry: countryCode }),
    // Otherwise "call 415 555 0132" would be taken for a number.
    extract: false,
  });
  if (!number?.isPossible()) return { value, error: advice(countryCode) };
  return {
    value: number.number,
    warning: joined(
      number.isValid() ? undefined : "No phone number in service looks like this. Check the digits",
      number.ext ? "The extension is not sent: Plaid takes the number alone" : undefined,
    ),
  };
}

function advice(countryCode: string): string {
  return countryCode === "US" || countryCode === "CA"
    ? "Enter a phone number with area code, like (415) 555-0132"
    : "Enter a phone number with country code, like +44 20 7946 0958";
}
