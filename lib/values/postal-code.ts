import "server-only";
import type { Spoken } from "@/lib/languages/model";
import { wordsIn } from "@/lib/languages/say";
import { countryName } from "./model";
import { plain, text } from "./text";
import type { Verdict } from "./verdict";
import { statesOf } from "./zip-prefixes";

type Rule = { form: RegExp; example: string };
type Place = { countryCode: string; region: string };

/** Where a postal code of another form is certainly wrong. */
const strict: Record<string, Rule> = {
  US: { form: /^\d{5}(-\d{4})?$/, example: "12345" },
  CA: {
    form: /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d$/,
    example: "K1A 0B1",
  },
  GB: { form: /^(GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})$/, example: "SW1A 1AA" },
};

const fourDigits = { form: /^\d{4}$/, example: "1234" };
const fiveDigits = { form: /^\d{5}$/, example: "12345" };
const sixDigits = { form: /^\d{3} ?\d{3}$/, example: "123456" };

/** Where another form is worth a second look. */
const usual: Record<string, Rule> = {
  ...Object.fromEntries(
    ["AT", "AU", "BE", "CH", "DK", "HU", "LU", "NO", "NZ"].map((code) => [code, fourDigits]),
  ),
  ...Object.fromEntries(["DE", "ES", "FI", "FR", "IT", "MX"].map((code) => [code, fiveDigits])),
  ...Object.fromEntries(["CN", "IN", "SG"].map((code) => [code, sixDigits])),
  BR: { form: /^\d{5}-?\d{3}$/, example: "12345-678" },
  IE: { form: /^[A-Z]\d[\dW] ?[A-Z\d]{4}$/, example: "D02 X285" },
  JP: { form: /^\d{3}-?\d{4}$/, example: "100-0001" },
  NL: { form: /^\d{4} ?[A-Z]{2}$/, example: "1234 AB" },
  PL: { form: /^\d{2}-\d{3}$/, example: "00-001" },
  PT: { form: /^\d{4}-\d{3}$/, example: "1000-001" },
  SE: { form: /^\d{3} ?\d{2}$/, example: "123 45" },
};

/** @param place its region as `region` gives it. */
export function postalCode(typed: string, language: Spoken, place: Place): Verdict {
  const { say } = wordsIn(language);
  const { countryCode } = place;
  const value = spaced(plain(typed).toUpperCase(), countryCode);
  const rule = strict[countryCode];
  if (value === "") return { value, error: say(rule ? "postalCode.ask" : "postalCode.askOrZeros") };
  if (rule && !rule.form.test(value)) {
    const form = countryCode === "US" ? "postalCode.zip" : "postalCode.form";
    return { value, error: say(form, { example: rule.example }) };
  }
  const { error } = text(value, language, { named: say("named.postalCode"), lengthMax: 20 });
  return error ? { value, error } : { value, warning: warningOf(value, language, place) };
}

/** As the country's post writes it. */
function spaced(value: string, countryCode: string): string {
  const bare = value.replaceAll(/[\s-]/g, "");
  if (countryCode === "US") return bare.replace(/^(\d{5})(\d{4})$/, "$1-$2");
  if (countryCode === "CA") return bare.replace(/^(.{3})(.{3})$/, "$1 $2");
  if (countryCode === "GB") return bare.replace(/^(.{2,4})(.{3})$/, "$1 $2");
  return value;
}

function warningOf(
  value: string,
  language: Spoken,
  { countryCode, region }: Place,
): string | undefined {
  const { say, locale } = wordsIn(language);
  const rule = usual[countryCode];
  if (rule && !rule.form.test(value)) {
    return say("postalCode.usual", {
      country: countryName(countryCode, locale),
      example: rule.example,
    });
  }
  if (countryCode !== "US") return undefined;
  const states = statesOf(value);
  const [state] = states;
  if (!state || region === "" || states.includes(region)) return undefined;
  return say("postalCode.otherState", { prefix: value.slice(0, 3), state, region });
}
