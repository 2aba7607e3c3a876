import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { readStuckDays } from "@/app/(portal)/banks/read-query";
import { LiveArea } from "@/app/(portal)/live-area";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Matrix, type MatrixBank } from "@/components/institutions/matrix";
import { StuckFilter } from "@/components/institutions/stuck-filter";
import { atMost, formatCount } from "@/components/ui/counts";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import type { StaffActor } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";
import {
  type BankCounts,
  describeRegistration,
  expectedWait,
  inStatusOrder,
  isOpen,
  OVERDUE_MAX,
} from "@/lib/institutions/model";
import { getBank, listBanks } from "@/lib/institutions/portfolio";
import { listWaiting } from "@/lib/institutions/waiting";
import { readCursor, readParameter } from "@/lib/period/model";

type Props = PageProps<"/banks/[institution]">;

const COLUMNS_MAX = 12;

const loadBank = cache(async (address: string) => {
  const staff = await requireStaff("customer.read");
  const bank = await getBank(staff, decodeURIComponent(address));
  if (!bank) notFound();
  return { staff, bank };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { bank } = await loadBank((await params).institution);
  return { title: bank.name };
}

export default async function BankPage({ params, searchParams }: Props) {
  const { staff, bank } = await loadBank((await params).institution);
  const t = await getTranslations("banks");
  const query = await searchParams;
  const { institutionId, name, byStatus, overdue } = bank;
  const statuses = inStatusOrder(Object.keys(byStatus));
  const status = readParameter(query, "status") ?? statuses[0] ?? "ENABLED";
  const stuckDays = readStuckDays(query);
  const after = readCursor(query);
  const filter = { institutionId, status, stuckDays, after };
  const { rows, next } = await listWaiting(staff, filter);
  const path = `/banks/${encodeURIComponent(institutionId)}`;
  const addressOf = (changes: { status?: string; after?: string | null }) => {
    const wanted = { status, after: null, ...changes };
    const given = { status: wanted.status, stuck: stuckDays, after: wanted.after };
    const known = Object.entries(given).flatMap(([key, value]) =>
      value === null ? [] : [[key, String(value)]],
    );
    return `${path}?${new URLSearchParams(known)}`;
  };
  return (
    <LiveArea shows="*" className="flex flex-col gap-6">
      <Breadcrumb href="/banks">{t("page.title")}</Breadcrumb>
      <div className="flex flex-col gap-2">
        <h1>{name}</h1>
        <p className="text-muted">
          {t.rich(overdue > 0 ? "bank.aboutOverdue" : "bank.about", {
            id: institutionId,
            wait: expectedWait(institutionId),
            overdue: atMost(overdue, OVERDUE_MAX),
            code: (chunks) => <code translate="no">{chunks}</code>,
          })}
        </p>
      </div>
      <LinkTabs
        label={t("bank.status")}
        tabs={[...new Set([...statuses, status])].map((one) => ({
          href: addressOf({ status: one }),
          label: describeRegistration(one).label,
          count: formatCount(byStatus[one] ?? 0),
          current: one === status,
        }))}
      />
      {isOpen(status) && <StuckFilter action={path} status={status} stuckDays={stuckDays} />}
      {rows.length === 0 ? (
        <EmptyState title={t("bank.none")}>
          <p>
            {stuckDays === null
              ? t("bank.noneNow", { status: describeRegistration(status).label, bank: name })
              : t("bank.noneForLong")}
          </p>
        </EmptyState>
      ) : (
        <Matrix rows={rows} banks={await columnsFor(staff, bank)} />
      )}
      <Pagination
        previous={after ? addressOf({}) : null}
        previousLabel={t("bank.longest")}
        next={next ? addressOf({ after: next }) : null}
      />
    </LiveArea>
  );
}

/** This bank, then those most customers are at. */
async function columnsFor(staff: StaffActor, bank: BankCounts): Promise<MatrixBank[]> {
  const { banks } = await listBanks(staff, { search: "", page: 1 });
  const others = banks.filter(({ institutionId }) => institutionId !== bank.institutionId);
  return [bank, ...others].slice(0, COLUMNS_MAX);
}
