import { describeRegistration } from "@/lib/institutions/model";
import type { Translate } from "@/lib/languages/model";
import { type CustomerFilter, fromStart } from "@/lib/portfolio/model";
import { productName } from "@/lib/products/model";
import { describeStatus } from "@/lib/statuses/model";
import { dateOf } from "@/lib/time/model";
import { countryName } from "@/lib/values/model";

/** What a filter's ids are called. */
export type FilterNames = {
  people: { id: string; name: string }[];
  banks: { id: string; name: string; statuses: string[] }[];
};

export type Chip = { label: string; without: CustomerFilter };

/** Everything that narrows the list, in words, with the list without it. */
export function chipsOf(
  filter: CustomerFilter,
  names: FilterNames,
  t: Translate<"customers">,
): Chip[] {
  const start = fromStart(filter);
  const { search, turn, status, owner, country, product, bank, created, stuck } = start;
  const chip = (label: string, removed: Partial<CustomerFilter>) => ({
    label,
    without: { ...start, ...removed },
  });
  return [
    search !== "" && chip(t("list.chips.search", { search }), { search: "" }),
    turn && chip(t("list.chips.turn", { turn: t(`turns.${turn}`) }), { turn: null }),
    status &&
      chip(t("list.chips.status", { status: describeStatus(status).label }), { status: null }),
    owner && chip(t("list.chips.owner", { owner: ownerName(owner, names, t) }), { owner: null }),
    country && chip(t("list.chips.country", { country: countryName(country) }), { country: null }),
    product && chip(t("list.chips.product", { product: productName(product) }), { product: null }),
    bank && chip(bankLabel(bank, names, t), { bank: null }),
    created && chip(t("list.chips.created", { day: dateOf(created) }), { created: null }),
    stuck && chip(t("list.chips.stuck", { days: String(stuck) }), { stuck: null }),
  ].filter((one) => one !== false && one !== null && one !== "" && one !== 0);
}

function ownerName(owner: string, { people }: FilterNames, t: Translate<"customers">): string {
  if (owner === "me") return t("list.filters.me");
  if (owner === "nobody") return t("list.filters.nobody");
  return people.find(({ id }) => id === owner)?.name ?? t("list.filters.somebodyElse");
}

function bankLabel(
  { institutionId, status }: NonNullable<CustomerFilter["bank"]>,
  { banks }: FilterNames,
  t: Translate<"customers">,
): string {
  const name = banks.find(({ id }) => id === institutionId)?.name ?? institutionId;
  return t("list.filters.bankStatus", { bank: name, status: describeRegistration(status).label });
}
