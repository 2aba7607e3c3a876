import "server-only";
import { plain } from "./text";
import type { Verdict } from "./verdict";

/** An FDIC certificate or NCUA charter number. */
export function registrationNumber(typed: string): Verdict {
  const value = plain(typed).replaceAll(/^#|[\s.-]/gu, "");
  if (value === "") {
    return {
      value,
      warning: "Plaid asks banks and credit unions for it. Enter it if there is one",
    };
  }
  return /^\d{1,10}$/.test(value)
    ? { value }
    : { value, error: "Enter the registration number in digits, 10 or fewer" };
}
