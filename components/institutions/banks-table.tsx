import type { Route } from "next";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { atMost, formatCount } from "@/components/ui/counts";
import { TextLink } from "@/components/ui/text-link";
import {
  type BankCounts,
  describeRegistration,
  inStatusOrder,
  OVERDUE_MAX,
} from "@/lib/institutions/model";

/** A row for each bank; every number leads to the customers it counts. */
export function BanksTable({ banks }: { banks: BankCounts[] }) {
  const t = useTranslations("banks.table");
  return (
    <CardTable
      caption={t("caption")}
      columns={[
        [t("bank"), "w-[30%]"],
        [t("enabled"), "w-[18%]"],
        [t("notEnabled"), "w-[38%]"],
        [t("overdue"), "w-[14%]"],
      ]}
    >
      {banks.map((bank) => (
        <Row key={bank.institutionId} bank={bank} />
      ))}
    </CardTable>
  );
}

function Row({ bank }: { bank: BankCounts }) {
  const t = useTranslations("banks.table");
  const { institutionId, name, total, byStatus, overdue } = bank;
  const enabled = byStatus.ENABLED ?? 0;
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
      <CardCell label={t("enabled")} className="tabular-nums">
        {enabled === 0
          ? t("noneOf", { total: formatCount(total) })
          : t.rich("enabledOf", {
              enabled: formatCount(enabled),
              total: formatCount(total),
              bank: name,
              link: (chunks) => <TextLink href={addressOf(bank, "ENABLED")}>{chunks}</TextLink>,
              hidden,
            })}
      </CardCell>
      <CardCell label={t("notEnabled")}>
        {open.length === 0 && <span className="text-muted">{t("none")}</span>}
        <ul className="flex flex-col gap-1">
          {open.map((status) => (
            <li key={status}>
              <TextLink href={addressOf(bank, status)} className="tabular-nums">
                {t.rich("waiting", {
                  count: formatCount(byStatus[status] ?? 0),
                  status: describeRegistration(status).label,
                  bank: name,
                  hidden,
                })}
              </TextLink>
            </li>
          ))}
        </ul>
      </CardCell>
      <CardCell label={t("overdue")} className="tabular-nums">
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

function hidden(words: ReactNode): ReactNode {
  return <span className="sr-only">{words}</span>;
}
