import "server-only";
import type { Spoken } from "@/lib/languages/model";
import { wordsIn } from "@/lib/languages/say";
import { plain } from "./text";
import { joined, type Verdict } from "./verdict";

/** Ours: of more digits a number of JSON is no longer exact. */
const DIGITS_MAX = 15;
const SUSPICIOUS_ABOVE = 1e13;

/** Whole part and fraction, with commas and with points between the thousands (or lakhs). */
const grouped = [
  /^([1-9]\d{0,2}(?:,\d{2,3})*,\d{3})(?:\.(\d{1,2}))?$/,
  /^([1-9]\d{0,2}(?:\.\d{2,3})*\.\d{3})(?:,(\d{1,2}))?$/,
];
const ungrouped = /^(\d+)(?:[.,](\d{1,2}))?$/;

/** An amount as people write it, such as 2,500,000.00 or 2 500 000, as a decimal number: 2500000. */
export function amount(typed: string, language: Spoken): Verdict {
  const { say } = wordsIn(language);
  const bare = plain(typed)
    .replaceAll(/^\p{Sc}|\p{Sc}$/gu, "")
    .replaceAll(/[\s']/gu, "");
  if (bare === "") return { value: bare, error: say("assets.ask") };

  const [, whole, fraction] =
    [...grouped, ungrouped].map((form) => form.exec(bare)).find(Boolean) ?? [];
  if (whole === undefined) {
    return { value: bare, error: say("assets.digits", { example: 2_500_000 }) };
  }
  return check(decimal(whole, fraction), bare, language);
}

function check(value: string, typed: string, language: Spoken): Verdict {
  const { say } = wordsIn(language);
  if (value === "0") return { value, error: say("assets.zero") };
  if (Number(value) >= 10 ** DIGITS_MAX) {
    return { value, error: say("assets.tooLong", { max: DIGITS_MAX }) };
  }
  const warning = joined(
    /^[1-9]\d{0,2}\.\d{3}$/.test(typed)
      ? say("assets.point", { amount: Number(value) })
      : undefined,
    Number(value) > SUSPICIOUS_ABOVE ? say("assets.huge") : undefined,
  );
  return { value, warning };
}

/** Without separators and without zeros that say nothing. */
function decimal(whole: string, fraction = ""): string {
  const digits = whole.replaceAll(/\D/g, "").replace(/^0+(?=\d)/, "");
  const rest = fraction.replace(/0+$/, "");
  return rest ? `${digits}.${rest}` : digits;
}

const currencies = new Set(Intl.supportedValuesOf("currency"));

/** A code of ISO 4217. */
export function currency(typed: string, language: Spoken): Verdict {
  const value = plain(typed).toUpperCase();
  return currencies.has(value)
    ? { value }
    : { value, error: wordsIn(language).say("assets.currency") };
}
