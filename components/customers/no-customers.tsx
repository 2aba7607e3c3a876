import type { Route } from "next";
import type { ReactNode } from "react";
import { countOf } from "@/components/ui/counts";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import { type CustomerFilter, isCounted } from "@/lib/portfolio/model";
import type { Chip } from "./filter-texts";

/** Nothing that matches what the list is narrowed to. */
export function NoCustomers({
  filter,
  chips,
  hidden,
}: {
  filter: CustomerFilter;
  chips: Chip[];
  /** How many there are without any filter. */
  hidden: number;
}) {
  const { turn, status } = filter;
  if (turn === "you" && status === null && isCounted(filter)) {
    return <EmptyState title="No end customers are waiting for you" />;
  }
  const narrowed = chips.map(({ label }) => label).join(", ");
  return (
    <EmptyState title={`No customers match ${narrowed || "this page"}`}>
      {hidden > 0 && <p>Filters hide {countOf(hidden, "customer")}.</p>}
      <TextLink href="/customers">Clear filters</TextLink>
    </EmptyState>
  );
}

/** An empty portfolio, and the three ways to fill it. */
export function FirstCustomer({
  start,
  mayEdit,
  mayAdopt,
}: {
  start: ReactNode;
  mayEdit: boolean;
  mayAdopt: boolean;
}) {
  return (
    <EmptyState title="Add your first end customer">
      <ol className="flex max-w-reading list-decimal flex-col gap-1 pl-5">
        <li>Answer eight short steps about the company, or invite it to answer them.</li>
        <li>Send it to Plaid, which reviews it.</li>
        <li>Enable it in Production when it goes live.</li>
      </ol>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {start}
        <OtherWays mayEdit={mayEdit} mayAdopt={mayAdopt} />
      </div>
    </EmptyState>
  );
}

/** How customers come into the portal besides one by one. */
export function OtherWays({ mayEdit, mayAdopt }: { mayEdit: boolean; mayAdopt: boolean }) {
  return (
    <>
      {mayEdit && <TextLink href={"/customers/import" as Route}>Import CSV</TextLink>}
      {mayAdopt && <TextLink href="/customers/adopt">Adopt an existing customer</TextLink>}
    </>
  );
}
