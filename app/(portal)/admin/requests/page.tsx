import type { Metadata } from "next";
import { RequestFilters } from "@/components/requests/request-filters";
import { RequestTable } from "@/components/requests/request-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { requireStaff } from "@/lib/auth/session";
import { readRequestFilter, requestsAddress } from "@/lib/requests/model";
import { listRequests } from "@/lib/requests/queries";

export const metadata: Metadata = { title: "Requests" };

export default async function RequestsPage({ searchParams }: PageProps<"/admin/requests">) {
  const staff = await requireStaff("request.read");
  const filter = readRequestFilter(await searchParams);
  const { rows, next } = await listRequests(staff, filter);
  const start = requestsAddress({ ...filter, after: null });
  const narrowed = start !== requestsAddress({});
  return (
    <>
      <h1>Requests</h1>
      <p className="max-w-reading text-muted">
        Every call of Plaid’s Partner API of the last 90 days. Quote the request_id to Plaid’s
        support.
      </p>
      <RequestFilters key={start} filter={filter} narrowed={narrowed} />
      {rows.length > 0 && <RequestTable rows={rows} />}
      {rows.length === 0 && next && (
        <p className="text-muted">None among the next 2,000. Older ones may match.</p>
      )}
      {rows.length === 0 && !next && (
        <EmptyState title={narrowed ? "No calls match." : "Plaid has not been called yet."}>
          {narrowed && <TextLink href="/admin/requests">Clear filters</TextLink>}
        </EmptyState>
      )}
      <Pagination
        previous={filter.after && start}
        previousLabel="Latest"
        next={next && requestsAddress({ ...filter, after: next })}
        nextLabel="Older"
      />
    </>
  );
}
