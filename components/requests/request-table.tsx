import { nameOf } from "@/components/customers/words";
import { Badge } from "@/components/ui/badge";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { CopyButton } from "@/components/ui/copy-button";
import { formatCount } from "@/components/ui/counts";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import type { RequestView } from "@/lib/requests/model";
import { Endpoint } from "./endpoint";
import { outcomeLabels, outcomeTones } from "./texts";

const columns = [
  ["Time", "w-[13%]"],
  ["Call", "w-[29%]"],
  ["Customer", "w-[19%]"],
  ["Outcome", "w-[16%]"],
  ["request_id", "w-[15%]"],
  ["ms", "w-[8%]"],
] as const;

export function RequestTable({ rows }: { rows: RequestView[] }) {
  return (
    <CardTable caption="Calls of the Partner API, latest first" columns={columns}>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
    </CardTable>
  );
}

function Row({ row }: { row: RequestView }) {
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
        {attempt > 1 && <p className="text-muted">Attempt {attempt}</p>}
      </CardCell>
      <CardCell label="Customer">
        {customer ? (
          <TextLink href={`/customers/${customer.id}`} className="wrap-anywhere">
            {nameOf(customer)}
          </TextLink>
        ) : (
          <span className="text-muted">None</span>
        )}
      </CardCell>
      <CardCell>
        <Badge tone={outcomeTones[outcome]}>{outcomeLabels[outcome]}</Badge>
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
            <CopyButton text={requestId} label="Copy" about={`request_id ${requestId}`} />
          </>
        ) : (
          <span className="text-muted">None</span>
        )}
      </CardCell>
      <CardCell label="ms" className="tabular-nums">
        {formatCount(row.durationMs)}
      </CardCell>
    </CardRow>
  );
}
