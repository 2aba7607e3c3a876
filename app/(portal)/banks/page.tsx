import type { Metadata } from "next";
import { LiveArea } from "@/app/(portal)/live-area";
import { BanksTable } from "@/components/institutions/banks-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Pagination } from "@/components/ui/pagination";
import { requireStaff } from "@/lib/auth/session";
import { listBanks } from "@/lib/institutions/portfolio";
import { readParameter } from "@/lib/period/model";
import { readPage } from "./read-query";

export const metadata: Metadata = { title: "Banks" };

export default async function BanksPage({ searchParams }: PageProps<"/banks">) {
  const staff = await requireStaff("customer.read");
  const query = await searchParams;
  const search = readParameter(query, "q") ?? "";
  const page = readPage(query);
  const { banks, more } = await listBanks(staff, { search, page });
  const addressOf = (to: number) =>
    `/banks?${new URLSearchParams({ q: search, page: String(to) })}`;
  return (
    <LiveArea shows="*" className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1>Banks</h1>
        <p className="max-w-reading text-muted">
          How each bank stands over all customers. Overdue is who has been with a bank for longer
          than Plaid documents: a day, five weeks at Charles Schwab, six at Chase.
        </p>
      </div>
      <form action="/banks" className="flex flex-wrap items-end gap-3">
        <Field label="Name or institution_id" name="q" defaultValue={search} type="search" />
        <Button variant="secondary">Find</Button>
      </form>
      {banks.length === 0 ? (
        <EmptyState title={search ? `No bank matches “${search}”` : "No bank to show yet"}>
          <p>
            {search
              ? "Banks are known here once a live customer is registered with them."
              : "Bank registration starts when you enable a customer in Production."}
          </p>
        </EmptyState>
      ) : (
        <BanksTable banks={banks} />
      )}
      <Pagination
        previous={page > 1 ? addressOf(page - 1) : null}
        next={more ? addressOf(page + 1) : null}
      />
    </LiveArea>
  );
}
