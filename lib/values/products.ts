import "server-only";
import type { Spoken } from "@/lib/languages/model";
import { wordsIn } from "@/lib/languages/say";
import { productCodes, productName } from "@/lib/products/model";
import type { Verdict } from "./verdict";

export function products(codes: string[], language: Spoken): Verdict<string[]> {
  const { say, locale } = wordsIn(language);
  const value = [...new Set(codes)];
  if (value.length === 0) {
    return { value, error: say("products.choose") };
  }
  if (!value.every((code) => productCodes.includes(code))) {
    return { value, error: say("products.fromList") };
  }
  const reports = value.filter((code) => code.startsWith("cra_")).map(productName);
  if (reports.length === 0) return { value };
  const named = new Intl.ListFormat(locale).format(reports);
  return { value, warning: say("products.questionnaire", { products: named }) };
}
