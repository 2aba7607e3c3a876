import { type RegistrationFilter, stuckChoices } from "@/lib/institutions/model";
import { type Query, readParameter } from "@/lib/period/model";

export function readPage(query: Query): number {
  const page = readParameter(query, "page") ?? "";
  return /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1;
}

export function readStuckDays(query: Query): number | null {
  const stuck = readParameter(query, "stuck");
  return stuckChoices.find((days) => String(days) === stuck) ?? null;
}

export function readRegistrationFilter(query: Query): RegistrationFilter {
  const search = readParameter(query, "q") ?? "";
  return { status: readParameter(query, "status"), search, page: readPage(query) };
}
