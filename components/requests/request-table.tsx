import { useTranslations } from "next-intl";
import { nameOf } from "@/components/customers/words";
import { Badge } from "@/components/ui/badge";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { CopyButton } from "@/components/ui/copy-button";
import { formatCount } from "@/components/ui/counts";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { RequestView } from "@/lib/requests/model";
import { Endpoint } from "./endpoint";
import { outcomeTones } from "./texts";

export function RequestTable({ rows }: { rows: RequestView[] }) {
  const t = useTranslations("requests.table");
  return (
    <CardTable
      caption={t("caption")}
      columns={[
        [t("time"), "w-[13%]"],
        [t("call"), "w-[29%]"],
        [t("customer"), "w-[19%]"],
        [t("outcome"), "w-[16%]"],
        ["request_id", "w-[15%]"],
        [t("ms"), "w-[8%]"],
      ]}
    >
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </CardTable>
  );
}

function Row({ row }: { row: RequestView }) {
  const t = useTranslations("requests");
  const { id, at, endpoint, attempt, customer, outcome, httpStatus, errorCode, requestId } = row;
  return (
    <CardRow>
      <CardCell>
        <Time at={at} />
      </CardCell>
      <CardCell>
        <TextLink href={`/admin/requests/${id}`} className="wrap-anywhere">
          <Endpoint path={endpoint} />
        </TextLink>
        {attempt > 1 && <p className="text-muted">{t("table.attempt", { attempt })}</p>}
      </CardCell>
      <CardCell label={t("table.customer")}>
        {customer ? (
          <TextLink href={`/customers/${customer.id}`} className="wrap-anywhere">
            {nameOf(customer)}
          </TextLink>
        ) : (
          <span className="text-muted">{t("table.none")}</span>
        )}
      </CardCell>
      <CardCell>
        <Badge tone={outcomeTones[outcome]}>{t(`outcomes.${outcome}`)}</Badge>
        {outcome !== "ok" && (
          <p className="mt-1 text-muted wrap-anywhere">
            {[httpStatus && `HTTP ${httpStatus}`, errorCode].filter(Boolean).join(" · ")}
          </p>
        )}
      </CardCell>
      <CardCell label="request_id">
        {requestId ? (
          <>
            <code translate="no" className="wrap-anywhere">
              {requestId}
            </code>{" "}
            <CopyButton
              text={requestId}
              label={t("table.copy")}
              about={`request_id ${requestId}`}
            />
          </>
        ) : (
          <span className="text-muted">{t("table.none")}</span>
        )}
      </CardCell>
      <CardCell label={t("table.ms")} className="tabular-nums">
        {formatCount(row.durationMs)}
      </CardCell>
    </CardRow>
  );
}
