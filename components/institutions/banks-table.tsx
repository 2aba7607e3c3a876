import type { Route } from "next";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { atMost, formatCount } from "@/components/ui/counts";
import { TextLink } from "@/components/ui/text-link";
import {
  type BankCounts,
  describeRegistration,
  inStatusOrder,
  OVERDUE_MAX,
} from "@/lib/institutions/model";

const columns = [
  ["Bank", "w-[30%]"],
  ["Enabled", "w-[18%]"],
  ["Not enabled yet", "w-[38%]"],
  ["Overdue", "w-[14%]"],
] as const;

/** A row for each bank; every number leads to the customers it counts. */
export function BanksTable({ banks }: { banks: BankCounts[] }) {
  return (
    <CardTable caption="Banks, those most customers are at first" columns={columns}>
      {banks.map((bank) => (
        <Row key={bank.institutionId} bank={bank} />
      ))}
    </CardTable>
  );
}

function Row({ bank }: { bank: BankCounts }) {
  const { institutionId, name, total, byStatus, overdue } = bank;
  const open = inStatusOrder(Object.keys(byStatus)).filter((status) => status !== "ENABLED");
  return (
    <CardRow>
      <CardCell>
        <TextLink href={addressOf(bank)} className="font-medium text-base wrap-anywhere">
          {name}
        </TextLink>
        <p className="text-muted">
          <code translate="no">{institutionId}</code>
        </p>
      </CardCell>
      <CardCell label="Enabled" className="tabular-nums">
        {byStatus.ENABLED ? (
          <TextLink href={addressOf(bank, "ENABLED")}>
            {formatCount(byStatus.ENABLED)}
            <span className="sr-only"> enabled at {name}</span>
          </TextLink>
        ) : (
          "0"
        )}{" "}
        of {formatCount(total)}
      </CardCell>
      <CardCell label="Not enabled yet">
        {open.length === 0 && <span className="text-muted">None</span>}
        <ul className="flex flex-col gap-1">
          {open.map((status) => (
            <li key={status}>
              <TextLink href={addressOf(bank, status)} className="tabular-nums">
                {formatCount(byStatus[status] ?? 0)} · {describeRegistration(status).label}
                <span className="sr-only"> at {name}</span>
              </TextLink>
            </li>
          ))}
        </ul>
      </CardCell>
      <CardCell label="Overdue" className="tabular-nums">
        {overdue > 0 ? (
          <span className="rounded-badge bg-you-tint px-2 py-0.5 text-you forced-colors:border">
            {atMost(overdue, OVERDUE_MAX)}
          </span>
        ) : (
          <span className="text-muted">0</span>
        )}
      </CardCell>
    </CardRow>
  );
}

function addressOf({ institutionId }: BankCounts, status?: string): Route {
  const query = status ? `?status=${encodeURIComponent(status)}` : "";
  // Made of the id of a bank and a status.
  return `/banks/${encodeURIComponent(institutionId)}${query}` as Route;
}
