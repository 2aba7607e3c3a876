import { type RegistrationFilter, stuckChoices } from "@/lib/institutions/model";

const LENGTH_MAX = 200;

/** A parameter of the address, as far as it makes sense. */
export function one(value: string | string[] | undefined): string {
  return typeof value === "string" ? value.replaceAll("\0", "").slice(0, LENGTH_MAX) : "";
}

export function pageNumber(value: string | string[] | undefined): number {
  return /^[1-9]\d{0,3}$/.test(one(value)) ? Number(one(value)) : 1;
}

export function stuckDaysOf(value: string | string[] | undefined): number | null {
  return stuckChoices.find((days) => String(days) === one(value)) ?? null;
}

type Query = Record<string, string | string[] | undefined>;

export function readRegistrationFilter(query: Query): RegistrationFilter {
  return { status: one(query.status) || null, search: one(query.q), page: pageNumber(query.page) };
}
