import type { Route } from "next";
import type { ReactNode } from "react";
import { ActionLink } from "@/components/requirements/action-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { type CustomerRow, countMatching, type OverviewView } from "@/lib/customers/model";
import type { CustomerStatus, Turn } from "@/lib/statuses/model";
import { listAddress } from "./list-address";
import { StatusBadge } from "./status-badge";
import { countOf, formatCount, nameOf } from "./words";

type Counter = { label: string; turn?: Turn; status?: CustomerStatus };

const counters: Counter[] = [
  { label: "Needs you", turn: "you" },
  { label: "With customers", turn: "customer" },
  { label: "With Plaid or banks", turn: "plaid" },
  { label: "Live", status: "ACTIVE" },
];

/** What needs somebody now, and where everybody else is. */
export function Overview({
  overview,
  start,
  mayAct,
}: {
  overview: OverviewView;
  start: ReactNode;
  mayAct: boolean;
}) {
  const { counts, needsYou, lastWebhookAt } = overview;
  if (countMatching(counts) === 0) {
    return (
      <EmptyState title="Add your first end customer">
        <ol className="flex max-w-reading list-decimal flex-col gap-1 pl-5">
          <li>Answer eight short steps about the company.</li>
          <li>Send it to Plaid, which reviews it.</li>
          <li>Enable it in Production when it goes live.</li>
        </ol>
        {start}
      </EmptyState>
    );
  }
  return (
    <>
      <NeedsYou rows={needsYou} overview={overview} mayAct={mayAct} />
      <Counters counts={counts} />
      <p className="text-muted text-sm">
        Last webhook from Plaid: <Time at={lastWebhookAt} fallback="none yet" />
      </p>
    </>
  );
}

function NeedsYou({
  rows,
  overview,
  mayAct,
}: {
  rows: CustomerRow[];
  overview: OverviewView;
  mayAct: boolean;
}) {
  const [yours, theirs, plaids] = counters.map((counter) =>
    countMatching(overview.counts, counter),
  );
  return (
    <Section title="Needs you">
      {rows.length === 0 && (
        <p>
          Nothing needs you right now. {countOf(plaids ?? 0, "customer")} with Plaid,{" "}
          {formatCount(theirs ?? 0)} filling in their part.
        </p>
      )}
      {rows.length > 0 && (
        <ul className="flex flex-col divide-y border-y">
          {rows.map((row) => (
            <Need key={row.id} row={row} mayAct={mayAct} />
          ))}
        </ul>
      )}
      {(yours ?? 0) > rows.length && (
        <p>
          <TextLink href={listAddress({ turn: "you" })}>
            View all {formatCount(yours ?? 0)}
          </TextLink>
        </p>
      )}
    </Section>
  );
}

function Need({ row, mayAct }: { row: CustomerRow; mayAct: boolean }) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 max-w-reading flex-1 basis-64">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <TextLink href={row.home as Route} className="font-medium">
            {nameOf(row)}
          </TextLink>
          <StatusBadge status={row.status} />
        </div>
        <p className="text-muted text-sm">
          {row.line} · since <Time at={row.statusSince} />
        </p>
      </div>
      {mayAct && row.action && <ActionLink {...row.action} about={nameOf(row)} />}
    </li>
  );
}

function Counters({ counts }: { counts: OverviewView["counts"] }) {
  return (
    <Section title="Where customers are">
      <ul className="grid grid-cols-2 gap-4 lg:grid-cols-4">
        {counters.map(({ label, ...narrowing }) => (
          <li key={label} className="min-w-0">
            <Link
              href={listAddress(narrowing)}
              className="card flex h-full flex-col gap-1 hover:bg-surface"
            >
              <span className="font-semibold text-2xl tabular-nums">
                {formatCount(countMatching(counts, narrowing))}
              </span>
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
