import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RequestFilters } from "@/components/requests/request-filters";
import { RequestTable } from "@/components/requests/request-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { requireStaff } from "@/lib/auth/session";
import { readRequestFilter, requestsAddress } from "@/lib/requests/model";
import { listRequests } from "@/lib/requests/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("requests.log");
  return { title: t("title") };
}

export default async function RequestsPage({ searchParams }: PageProps<"/admin/requests">) {
  const staff = await requireStaff("request.read");
  const t = await getTranslations("requests.log");
  const filter = readRequestFilter(await searchParams);
  const { rows, next } = await listRequests(staff, filter);
  const start = requestsAddress({ ...filter, after: null });
  const narrowed = start !== requestsAddress({});
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="max-w-reading text-muted">{t("about")}</p>
      <RequestFilters key={start} filter={filter} narrowed={narrowed} />
      {rows.length > 0 && <RequestTable rows={rows} />}
      {rows.length === 0 && next && <p className="text-muted">{t("noneAmong")}</p>}
      {rows.length === 0 && !next && (
        <EmptyState title={t(narrowed ? "noMatch" : "empty")}>
          {narrowed && <TextLink href="/admin/requests">{t("clear")}</TextLink>}
        </EmptyState>
      )}
      <Pagination
        previous={filter.after && start}
        previousLabel={t("latest")}
        next={next && requestsAddress({ ...filter, after: next })}
        nextLabel={t("older")}
      />
    </>
  );
}
