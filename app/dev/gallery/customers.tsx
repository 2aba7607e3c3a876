import { useTranslations } from "next-intl";
import { BanksNote } from "@/components/customers/banks-note";
import { CustomerFilters, CustomerSearchFields } from "@/components/customers/customer-filters";
import { CustomerTable } from "@/components/customers/customer-table";
import { FilterChips } from "@/components/customers/filter-chips";
import { chipsOf } from "@/components/customers/filter-texts";
import { tableWords, toListRow } from "@/components/customers/list-words";
import { FirstCustomer, NoCustomers } from "@/components/customers/no-customers";
import { StatusBadge } from "@/components/customers/status-badge";
import { TurnTabs } from "@/components/customers/turn-tabs";
import { liveWords } from "@/components/live/words";
import { Blocking } from "@/components/requirements/blocking";
import type { CustomerCounts, CustomerRow } from "@/lib/customers/model";
import { type CustomerFilter, everything, type Sort } from "@/lib/portfolio/model";
import { customer, row } from "./customer-samples";
import { LONG_NAME, statuses } from "./samples";
import { Room, Specimen } from "./specimen";

const narrowed: CustomerFilter = {
  ...everything,
  search: LONG_NAME,
  turn: "you",
  status: "ACTIVE",
  owner: "usr_1",
  country: "US",
  product: "auth",
  bank: { institutionId: "ins_56", status: "ATTENTION_REQUIRED" },
  created: "2026-11-01",
  stuck: 7,
};
const filterNames = {
  people: [{ id: "usr_1", name: LONG_NAME }],
  banks: [{ id: "ins_56", name: "Chase", statuses: ["ATTENTION_REQUIRED", "ENABLED"] }],
};
const counts: CustomerCounts = [
  { turn: "you", status: "DRAFT", count: 3 },
  { turn: "you", status: "PENDING_ENABLEMENT", count: 7 },
  { turn: "plaid", status: "UNDER_REVIEW", count: 2 },
  { turn: "nobody", status: "ACTIVE", count: 1_204 },
];
const longRow = row({ id: "cus_long", companyName: LONG_NAME, legalEntityName: `${LONG_NAME} AG` });

export function Customers() {
  return (
    <Room title="Customers">
      <Specimen of="StatusBadge">
        <div className="flex flex-wrap gap-3">
          {statuses.map((status) => (
            <StatusBadge key={status} status={status} />
          ))}
        </div>
      </Specimen>
      <Lists />
      <Specimen of="Blocking: a draft, a refusal, a review, banks, something new">
        {["DRAFT", "SUBMIT_FAILED", "UNDER_REVIEW", "ACTIVE", "PAUSED_BY_REGULATOR"].map(
          (status) => (
            <Blocking key={status} customer={customer({ status })} mayAct />
          ),
        )}
      </Specimen>
      <Specimen of="BanksNote">
        <BanksNote customer={customer({ status: "ACTIVE" })} />
      </Specimen>
    </Room>
  );
}

function Table({
  rows,
  sort,
  search = "",
}: {
  rows: CustomerRow[];
  sort: Sort | null;
  search?: string;
}) {
  const t = useTranslations("customers");
  const live = useTranslations("live");
  return (
    <CustomerTable
      point="0"
      rows={rows.map((one) => toListRow(one, t))}
      words={tableWords(sort, t)}
      liveWords={liveWords(live)}
      search={search}
    />
  );
}

function Lists() {
  const t = useTranslations("customers");
  return (
    <>
      <Specimen of="CustomerSearchFields, CustomerFilters, FilterChips, TurnTabs">
        <CustomerSearchFields filter={narrowed}>
          <CustomerFilters
            filter={narrowed}
            counts={counts}
            names={filterNames}
            show="Show 1,000+ customers"
          />
        </CustomerSearchFields>
        <FilterChips chips={chipsOf(narrowed, filterNames, t)} filtersOpen={false} />
        <TurnTabs filter={narrowed} counts={counts} />
      </Specimen>
      <Specimen of="CustomerTable: every status, and the longest names">
        <Table sort="-updated" rows={[longRow, ...statuses.map((status) => row({ status }))]} />
      </Specimen>
      <Specimen of="CustomerTable: one row, found by a search">
        <Table sort={null} search="härb inc" rows={[row({ products: [], owner: null })]} />
      </Specimen>
      <Specimen of="CustomerTable: a draft without a name">
        <Table
          sort="name"
          rows={[row({ status: "DRAFT", companyName: "", legalEntityName: "" })]}
        />
      </Specimen>
      <Specimen of="NoCustomers: none at all, none that match, none that wait">
        <FirstCustomer start={null} mayEdit={true} mayAdopt={true} />
        <NoCustomers filter={narrowed} chips={chipsOf(narrowed, filterNames, t)} hidden={1_204} />
        <NoCustomers filter={{ ...everything, turn: "you" }} chips={[]} hidden={1_204} />
      </Specimen>
    </>
  );
}
