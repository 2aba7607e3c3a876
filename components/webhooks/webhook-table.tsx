import type { Route } from "next";
import { nameOf } from "@/components/customers/words";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { describeRegistration } from "@/lib/institutions/model";
import type { WebhookRow } from "@/lib/webhooks/model";
import { causeLabels, formatDone } from "./texts";
import { VerdictBadge } from "./verdict-badge";

const columns = [
  ["Received", "w-[15%]"],
  ["Verdict", "w-[21%]"],
  ["Bank", "w-[17%]"],
  ["Customer", "w-[23%]"],
  ["Status", "w-[15%]"],
  ["Done after", "w-[9%]"],
] as const;

export function WebhookTable({ rows }: { rows: WebhookRow[] }) {
  return (
    <CardTable caption="Webhooks, latest first" columns={columns}>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </CardTable>
  );
}

function Row({ row }: { row: WebhookRow }) {
  const { id, at, verdict, cause, bank, status, doneAfterMs } = row;
  return (
    <CardRow>
      <CardCell>
        <TextLink href={`/admin/webhooks/${encodeURIComponent(id)}` as Route}>
          <Time at={at} />
          <span className="sr-only">: this webhook</span>
        </TextLink>
      </CardCell>
      <CardCell>
        <VerdictBadge {...row} />
        {cause && <p className="mt-1 text-muted">{causeLabels[cause]}</p>}
      </CardCell>
      <CardCell label="Bank">{bank ?? <None />}</CardCell>
      <CardCell label="Customer">
        <CustomerOf row={row} />
      </CardCell>
      <CardCell label="Status">{status ? describeRegistration(status).label : <None />}</CardCell>
      <CardCell label="Done after" className="tabular-nums">
        {doneAfterMs === null || verdict === "failed" ? <None /> : formatDone(doneAfterMs)}
      </CardCell>
    </CardRow>
  );
}

function CustomerOf({ row: { customer, clientId } }: { row: WebhookRow }) {
  if (customer) {
    return (
      <TextLink href={`/customers/${customer.id}`} className="wrap-anywhere">
        {nameOf(customer)}
      </TextLink>
    );
  }
  return clientId ? (
    <code translate="no" className="wrap-anywhere">
      {clientId}
    </code>
  ) : (
    <None />
  );
}

function None() {
  return (
    <span className="text-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">None</span>
    </span>
  );
}
