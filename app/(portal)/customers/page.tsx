import type { Metadata } from "next";
import { LiveArea } from "@/app/(portal)/live-area";
import { startOnboardingAction } from "@/app/(portal)/onboardings/actions";
import { CustomerFilters } from "@/components/customers/customer-filters";
import { CustomerTable } from "@/components/customers/customer-table";
import { listAddress } from "@/components/customers/list-address";
import { NoCustomers } from "@/components/customers/no-customers";
import { StartForm } from "@/components/customers/start-form";
import { TurnTabs } from "@/components/customers/turn-tabs";
import { countOf } from "@/components/customers/words";
import { Pagination } from "@/components/ui/pagination";
import { may } from "@/lib/auth/model";
import { requireStaff, shownPoint } from "@/lib/auth/session";
import { countCustomers } from "@/lib/customers/counts";
import { countMatching } from "@/lib/customers/model";
import { listCustomers } from "@/lib/customers/queries";
import { readFilter } from "./read-filter";

export const metadata: Metadata = { title: "End customers" };

export default async function CustomersPage({ searchParams }: PageProps<"/customers">) {
  const staff = await requireStaff("customer.read");
  const filter = readFilter(await searchParams);
  const [page, counts] = await Promise.all([listCustomers(staff, filter), countCustomers(staff)]);
  const { search, status, turn } = filter;
  const narrowed = { search, status, turn };
  const start = <StartForm start={startOnboardingAction} allowed={may(staff, "onboarding.edit")} />;

  return (
    <LiveArea shows="*" className="flex flex-col gap-6">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <div className="flex flex-wrap items-baseline gap-3">
          <h1>End customers</h1>
          <p className="text-muted">{countOf(countMatching(counts, filter), "customer")}</p>
        </div>
        {page.rows.length > 0 && start}
      </header>
      <CustomerFilters filter={filter} counts={counts} />
      <TurnTabs filter={filter} counts={counts} />
      {page.rows.length > 0 ? (
        <CustomerTable key={JSON.stringify(filter)} rows={page.rows} point={await shownPoint()} />
      ) : (
        <NoCustomers filter={filter} start={start} />
      )}
      <Pagination
        previous={page.previous && listAddress({ ...narrowed, before: page.previous })}
        next={page.next && listAddress({ ...narrowed, after: page.next })}
      />
    </LiveArea>
  );
}
