import type { Metadata } from "next";
import { loadCustomer } from "@/app/(portal)/customers/[id]/load";
import { ActivityFilter } from "@/components/activity/activity-filter";
import { isActivityKind, matcherOf } from "@/components/activity/kinds";
import { Timeline } from "@/components/activity/timeline";
import { nameOf } from "@/components/customers/words";
import { formatCount } from "@/components/ui/counts";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { WINDOW } from "@/lib/activity/model";
import { findActivity, listActivity } from "@/lib/activity/queries";
import { readCursor, readParameter } from "@/lib/period/model";

type Props = PageProps<"/customers/[id]/activity">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { customer } = await loadCustomer((await params).id);
  return { title: `Activity – ${nameOf(customer)}` };
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const { staff, customer } = await loadCustomer((await params).id);
  const { id } = customer;
  const query = await searchParams;
  const path = `/customers/${id}/activity` as const;
  const event = readParameter(query, "event");
  if (event) {
    const entry = await findActivity(staff, id, event);
    return (
      <div className="flex max-w-reading flex-col items-start gap-6">
        <h2>{entry ? "One event" : "This customer has no such event"}</h2>
        {entry && (
          <div className="w-full">
            <Timeline entries={[entry]} path={path} />
          </div>
        )}
        <TextLink href={path}>All activity</TextLink>
      </div>
    );
  }

  const given = readParameter(query, "kind");
  const kind = given && isActivityKind(given) ? given : null;
  const search = readParameter(query, "q") ?? "";
  const before = readCursor(query, "before");
  const narrowed = kind !== null || search !== "";
  const { entries, older } = await listActivity(staff, id, {
    before,
    ...(narrowed && { matches: matcherOf(kind, search) }),
  });
  const addressOf = (position: string | null) =>
    `${path}?${new URLSearchParams({
      ...(kind && { kind }),
      ...(search && { q: search }),
      ...(position && { before: position }),
    })}`;
  return (
    <div className="flex max-w-reading flex-col gap-6">
      <h2 className="sr-only">Activity</h2>
      <ActivityFilter path={path} kind={kind} search={search} />
      {entries.length === 0 ? (
        <EmptyState title={emptyTitle(older !== null, narrowed)}>
          {older && <p>{formatCount(WINDOW)} events were looked through.</p>}
        </EmptyState>
      ) : (
        <Timeline entries={entries} path={path} />
      )}
      <Pagination
        previous={before ? addressOf(null) : null}
        previousLabel="Latest"
        next={older ? addressOf(older) : null}
        nextLabel={narrowed && entries.length < 50 ? "Look further" : "Load older"}
      />
    </div>
  );
}

function emptyTitle(more: boolean, narrowed: boolean): string {
  if (more) return "None found so far";
  return narrowed ? "Nothing matches" : "Nothing has happened yet";
}
