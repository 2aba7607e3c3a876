import { describeRegistration } from "@/lib/institutions/model";
import { type CustomerFilter, fromStart, type Sort } from "@/lib/portfolio/model";
import { productName } from "@/lib/products/model";
import { describeStatus } from "@/lib/statuses/model";
import { dateOf } from "@/lib/time/model";
import { countryName } from "@/lib/values/model";
import { turnLabels } from "./words";

export const sortLabels: Record<Sort, string> = {
  "-updated": "Latest change first",
  name: "By name",
  since: "Longest waiting first",
};

/** What a filter's ids are called. */
export type FilterNames = {
  people: { id: string; name: string }[];
  banks: { id: string; name: string; statuses: string[] }[];
};

export type Chip = { label: string; without: CustomerFilter };

/** Everything that narrows the list, in words, with the list without it. */
export function chipsOf(filter: CustomerFilter, names: FilterNames): Chip[] {
  const start = fromStart(filter);
  const { search, turn, status, owner, country, product, bank, created, stuck } = start;
  const chip = (label: string, removed: Partial<CustomerFilter>) => ({
    label,
    without: { ...start, ...removed },
  });
  return [
    search !== "" && chip(`Search: ${search}`, { search: "" }),
    turn && chip(`Turn: ${turnLabels[turn]}`, { turn: null }),
    status && chip(`Status: ${describeStatus(status).label}`, { status: null }),
    owner && chip(`Owner: ${ownerName(owner, names)}`, { owner: null }),
    country && chip(`Country: ${countryName(country)}`, { country: null }),
    product && chip(`Product: ${productName(product)}`, { product: null }),
    bank && chip(bankLabel(bank, names), { bank: null }),
    created && chip(`Created since ${dateOf(created)}`, { created: null }),
    stuck && chip(`In its status for more than ${stuck} days`, { stuck: null }),
  ].filter((one) => one !== false && one !== null && one !== "" && one !== 0);
}

function ownerName(owner: string, { people }: FilterNames): string {
  if (owner === "me") return "Me";
  if (owner === "nobody") return "Nobody";
  return people.find(({ id }) => id === owner)?.name ?? "Somebody else";
}

function bankLabel(
  { institutionId, status }: NonNullable<CustomerFilter["bank"]>,
  { banks }: FilterNames,
): string {
  const name = banks.find(({ id }) => id === institutionId)?.name ?? institutionId;
  return `${name}: ${describeRegistration(status).label}`;
}
