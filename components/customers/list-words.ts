import type { CustomerPage, CustomerRow } from "@/lib/customers/model";
import type { Translate } from "@/lib/languages/model";
import type { Sort } from "@/lib/portfolio/model";
import { banksInShort, banksSummary, matchingOf, nameOf, productsInShort } from "./words";

/** What the list shows of a row, in words: browsers load no more. */
export type ListRow = Pick<
  CustomerRow,
  "id" | "status" | "line" | "deletesAt" | "owner" | "updatedAt" | "home"
> & {
  name: string;
  /** Empty where it is the name. */
  legalEntityName: string;
  turn: string;
  /** Null as long as no bank has it. */
  banks: { short: string; full: string } | null;
  /** Empty where it has the partner's own. */
  products: string;
};

export function toListRow(row: CustomerRow, t: Translate<"customers">): ListRow {
  const { id, status, line, deletesAt, owner, updatedAt, home } = row;
  const { companyName, legalEntityName } = row;
  const hasBanks = status === "ACTIVE" && row.banksTotal > 0;
  return {
    ...{ id, status, line, deletesAt, owner, updatedAt, home },
    name: nameOf(row),
    legalEntityName: legalEntityName === companyName ? "" : legalEntityName,
    turn: t(`turns.${row.turn}`),
    banks: hasBanks ? { short: banksInShort(row, t), full: banksSummary(row, t) } : null,
    products: productsInShort(row.products),
  };
}

/**
 * What the table says by itself.
 *
 * @param sort null where a search has found the rows: they stand by the word found.
 */
export function tableWords(sort: Sort | null, t: Translate<"customers">) {
  return {
    caption: t(`list.captions.${sort ?? "found"}`),
    company: t("list.columns.company"),
    status: t("list.columns.status"),
    turn: t("list.columns.turn"),
    banks: t("list.columns.banks"),
    products: t("list.columns.products"),
    owner: t("list.columns.owner"),
    updated: t("list.columns.updated"),
    select: t("list.row.select", { company: "{company}" }),
    deletes: t("list.row.deletes", { day: "{day}" }),
    noBanks: t("list.row.noBanks"),
    ownProducts: t("list.row.ownProducts"),
    nobody: t("list.row.nobody"),
  };
}
export type TableWords = ReturnType<typeof tableWords>;

/** What the bar of the ticked rows says. */
export function selectionWords(matching: CustomerPage["matching"], t: Translate<"customers">) {
  const all = { matching: matchingOf(matching, t) };
  return {
    label: t("list.selection.label"),
    all: t("list.selection.all", all),
    some: t("list.selection.some", { count: "{count}" }),
    nothing: t("list.selection.nothing"),
    clear: t("list.selection.clear"),
    remind: t("list.selection.remind"),
    assign: t("list.selection.assign"),
    enable: t("list.selection.enable"),
    export: t("list.selection.export"),
    every: t("list.selection.every", all),
  };
}
export type SelectionWords = ReturnType<typeof selectionWords>;
