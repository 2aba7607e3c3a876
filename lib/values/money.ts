import "server-only";
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
export function amount(typed: string): Verdict {
  const bare = plain(typed)
    .replaceAll(/^\p{Sc}|\p{Sc}$/gu, "")
    .replaceAll(/[\s']/gu, "");
  if (bare === "") return { value: bare, error: "Enter the assets under management" };

  const [, whole, fraction] =
    [...grouped, ungrouped].map((form) => form.exec(bare)).find(Boolean) ?? [];
  if (whole === undefined) {
    return { value: bare, error: "Enter an amount in digits, such as 2,500,000" };
  }
  return check(decimal(whole, fraction), bare);
}

function check(value: string, typed: string): Verdict {
  if (value === "0") return { value, error: "Enter an amount above 0" };
  if (Number(value) >= 10 ** DIGITS_MAX) {
    return { value, error: `Enter an amount of ${DIGITS_MAX} digits or fewer` };
  }
  const warning = joined(
    /^[1-9]\d{0,2}\.\d{3}$/.test(typed)
      ? `Read as ${Number(value).toLocaleString("en")}. Write it without the point if that is right`
      : undefined,
    Number(value) > SUSPICIOUS_ABOVE
      ? "More than 10 trillion. Check the number of digits"
      : undefined,
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
export function currency(typed: string): Verdict {
  const value = plain(typed).toUpperCase();
  return currencies.has(value)
    ? { value }
    : { value, error: "Enter a currency code of three letters, such as USD" };
}
