import type { Route } from "next";
import { useTranslations } from "next-intl";
import { nameOf } from "@/components/customers/words";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { describeRegistration } from "@/lib/institutions/model";
import type { WebhookRow } from "@/lib/webhooks/model";
import { formatDone } from "./texts";
import { VerdictBadge } from "./verdict-badge";

export function WebhookTable({ rows }: { rows: WebhookRow[] }) {
  const t = useTranslations("webhooks.table");
  return (
    <CardTable
      caption={t("caption")}
      columns={[
        [t("received"), "w-[15%]"],
        [t("verdict"), "w-[21%]"],
        [t("bank"), "w-[17%]"],
        [t("customer"), "w-[23%]"],
        [t("status"), "w-[15%]"],
        [t("doneAfter"), "w-[9%]"],
      ]}
    >
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </CardTable>
  );
}

function Row({ row }: { row: WebhookRow }) {
  const t = useTranslations("webhooks");
  const { id, at, verdict, cause, bank, status, doneAfterMs } = row;
  return (
    <CardRow>
      <CardCell>
        <TextLink href={`/admin/webhooks/${encodeURIComponent(id)}` as Route}>
          <Time at={at} />
          <span className="sr-only">{t("table.thisWebhook")}</span>
        </TextLink>
      </CardCell>
      <CardCell>
        <VerdictBadge {...row} />
        {cause && <p className="mt-1 text-muted">{t(`causes.${cause}.label`)}</p>}
      </CardCell>
      <CardCell label={t("table.bank")}>{bank ?? <None />}</CardCell>
      <CardCell label={t("table.customer")}>
        <CustomerOf row={row} />
      </CardCell>
      <CardCell label={t("table.status")}>
        {status ? describeRegistration(status).label : <None />}
      </CardCell>
      <CardCell label={t("table.doneAfter")} className="tabular-nums">
        {doneAfterMs === null || verdict === "failed" ? <None /> : formatDone(doneAfterMs, t)}
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
  const t = useTranslations("webhooks.table");
  return (
    <span className="text-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t("none")}</span>
    </span>
  );
}
