import "server-only";
import { productCodes, productGroups } from "@/lib/products/model";
import type { Verdict } from "./verdict";

export function products(codes: string[]): Verdict<string[]> {
  const value = [...new Set(codes)];
  if (value.length === 0) {
    return { value, error: "Choose at least one product, or the same as yours" };
  }
  if (!value.every((code) => productCodes.includes(code))) {
    return { value, error: "Choose products from the list" };
  }
  const reports = value.filter((code) => code.startsWith("cra_")).map(nameOf);
  return reports.length === 0
    ? { value }
    : { value, warning: `Plaid asks for an extra questionnaire before it opens ${list(reports)}` };
}

function nameOf(code: string): string {
  const all = productGroups.flatMap((group): { code: string; name: string }[] => [
    ...group.products,
  ]);
  return all.find((product) => product.code === code)?.name ?? code;
}

function list(names: string[]): string {
  return new Intl.ListFormat("en").format(names);
}
