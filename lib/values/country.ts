import "server-only";
import { countryCodes } from "./model";
import { plain } from "./text";
import type { Verdict } from "./verdict";

/** A code of ISO 3166-1 alpha-2. */
export function country(typed: string): Verdict {
  const value = plain(typed).toUpperCase();
  return countryCodes.includes(value) ? { value } : { value, error: "Choose a country" };
}
