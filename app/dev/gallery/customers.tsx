"use client";

import { BanksNote } from "@/components/customers/banks-note";
import { CustomerFilters } from "@/components/customers/customer-filters";
import { CustomerTable } from "@/components/customers/customer-table";
import { NoCustomers } from "@/components/customers/no-customers";
import { Overview } from "@/components/customers/overview";
import { StatusBadge } from "@/components/customers/status-badge";
import { TurnTabs } from "@/components/customers/turn-tabs";
import { Blocking } from "@/components/requirements/blocking";
import type { CustomerCounts, CustomerFilter } from "@/lib/customers/model";
import { customer, LONG_NAME, minutesAgo, row, statuses } from "./samples";
import { Room, Specimen } from "./specimen";

const everything: CustomerFilter = {
  search: "",
  status: null,
  turn: null,
  after: null,
  before: null,
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
      <Overviews />
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

function Overviews() {
  return (
    <>
      <Specimen of="Overview">
        <Overview
          overview={{ needsYou: [longRow, row({ status: "DENIED" })], counts, lastWebhookAt: null }}
          start={null}
          mayAct
        />
      </Specimen>
      <Specimen of="Overview when nothing needs anybody">
        <Overview
          overview={{ needsYou: [], counts: counts.slice(2), lastWebhookAt: minutesAgo(3) }}
          start={null}
          mayAct
        />
      </Specimen>
      <Specimen of="Overview of nobody">
        <Overview
          overview={{ needsYou: [], counts: [], lastWebhookAt: null }}
          start={null}
          mayAct
        />
      </Specimen>
    </>
  );
}

function Lists() {
  return (
    <>
      <Specimen of="CustomerFilters, TurnTabs">
        <CustomerFilters filter={everything} counts={counts} />
        <TurnTabs filter={everything} counts={counts} />
      </Specimen>
      <Specimen of="CustomerTable: every status, and the longest names">
        <CustomerTable rows={[longRow, ...statuses.map((status) => row({ status }))]} point="0" />
      </Specimen>
      <Specimen of="CustomerTable: one row">
        <CustomerTable
          rows={[row({ status: "DRAFT", companyName: "", legalEntityName: "" })]}
          point="0"
        />
      </Specimen>
      <Specimen of="NoCustomers: none at all, none that match">
        <NoCustomers filter={everything} start={null} />
        <NoCustomers filter={{ ...everything, search: LONG_NAME, turn: "you" }} start={null} />
      </Specimen>
    </>
  );
}
