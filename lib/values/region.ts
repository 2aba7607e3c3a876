import "server-only";
import { fold, regionCodes } from "./regions";
import { plain, text } from "./text";
import type { Verdict } from "./verdict";

const advice: Record<string, string> = {
  US: "Enter a state by its name or code, such as California or CA",
  CA: "Enter a province or territory by its name or code, such as Ontario or ON",
};

/** In the United States and Canada the region's code; elsewhere whatever is written, if anything. */
export function region(typed: string, countryCode: string): Verdict {
  const codes = regionCodes[countryCode];
  if (!codes) return text(typed, { label: "State or region", lengthMax: 100 });

  const value = plain(typed);
  const code = codes.get(fold(value.replace(new RegExp(`^${countryCode}-`, "i"), "")));
  return code ? { value: code } : { value, error: advice[countryCode] };
}
