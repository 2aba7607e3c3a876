import type { Metadata, Route } from "next";
import { getTranslations } from "next-intl/server";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditTable } from "@/components/audit/audit-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { PageLink, TextLink } from "@/components/ui/text-link";
import { auditAddress, readAuditFilter } from "@/lib/audit/model";
import { getAuditOptions, listAudit } from "@/lib/audit/queries";
import { requireStaff } from "@/lib/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit.log");
  return { title: t("title") };
}

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const staff = await requireStaff("audit.read");
  const t = await getTranslations("audit.log");
  const ofDevice = await getTranslations("auth.device");
  const filter = readAuditFilter(await searchParams);
  const [{ rows, next }, options] = await Promise.all([
    listAudit(staff, filter, ofDevice),
    getAuditOptions(staff),
  ]);
  const start = auditAddress({ ...filter, before: null });
  const narrowed = start !== auditAddress({});
  const file = (format: string) => {
    const address = auditAddress({ ...filter, before: null }, "/admin/audit/export");
    return `${address}${address.includes("?") ? "&" : "?"}format=${format}`;
  };
  return (
    <>
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h1>{t("title")}</h1>
        <form action={"/admin/audit/verify" satisfies Route}>
          <Button variant="secondary">{t("verify")}</Button>
        </form>
      </header>
      <AuditFilters key={start} filter={filter} options={options} narrowed={narrowed} />
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <PageLink href={file("csv")}>{t("exportCsv")}</PageLink>
        <PageLink href={file("jsonl")}>{t("exportLines")}</PageLink>
      </p>
      {rows.length > 0 ? (
        <AuditTable rows={rows} />
      ) : (
        <EmptyState title={t(narrowed ? "noMatch" : "empty")}>
          {narrowed && <TextLink href="/admin/audit">{t("clear")}</TextLink>}
        </EmptyState>
      )}
      <Pagination
        previous={filter.before ? start : null}
        previousLabel={t("latest")}
        next={next ? auditAddress({ ...filter, before: next }) : null}
        nextLabel={t("older")}
      />
    </>
  );
}
