import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { TextLink } from "@/components/ui/text-link";
import type { CustomerFilter } from "@/lib/customers/model";
import { describeStatus } from "@/lib/statuses/model";
import { tabs } from "./list-address";

/** Nothing at all, or nothing that matches: two different things to say. */
export function NoCustomers({
  filter,
  start,
}: {
  filter: CustomerFilter;
  /** The way to the first customer, for who may begin one. */
  start: ReactNode;
}) {
  const narrowed = describeFilter(filter);
  if (!narrowed) {
    return (
      <EmptyState title="Add your first end customer">
        <p>
          You answer eight short steps, Plaid reviews the company, and you enable it when it goes
          live.
        </p>
        {start}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={`No customers match ${narrowed}`}>
      <TextLink href="/customers">Clear filters</TextLink>
    </EmptyState>
  );
}

function describeFilter({ search, status, turn, after, before }: CustomerFilter): string {
  const parts = [
    search && `“${search}”`,
    status && `status “${describeStatus(status).label}”`,
    turn && `“${tabs.find((tab) => tab.turn === turn)?.label ?? turn}”`,
    (after || before) && "on this page",
  ];
  return parts.filter(Boolean).join(" and ");
}
