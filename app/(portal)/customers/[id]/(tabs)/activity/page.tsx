import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
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
  const t = await getTranslations("activity.page");
  return { title: t("titleOf", { customer: nameOf(customer) }) };
}

export default async function ActivityPage({ params, searchParams }: Props) {
  const { staff, customer } = await loadCustomer((await params).id);
  const { id } = customer;
  const t = await getTranslations("activity");
  const query = await searchParams;
  const path = `/customers/${id}/activity` as const;
  const event = readParameter(query, "event");
  if (event) {
    const entry = await findActivity(staff, id, event);
    return (
      <div className="flex max-w-reading flex-col items-start gap-6">
        <h2>{t(entry ? "page.oneEvent" : "page.noSuchEvent")}</h2>
        {entry && (
          <div className="w-full">
            <Timeline entries={[entry]} path={path} />
          </div>
        )}
        <TextLink href={path}>{t("page.all")}</TextLink>
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
    ...(narrowed && { matches: matcherOf(kind, search, t) }),
  });
  const addressOf = (position: string | null) =>
    `${path}?${new URLSearchParams({
      ...(kind && { kind }),
      ...(search && { q: search }),
      ...(position && { before: position }),
    })}`;
  return (
    <div className="flex max-w-reading flex-col gap-6">
      <h2 className="sr-only">{t("page.title")}</h2>
      <ActivityFilter path={path} kind={kind} search={search} />
      {entries.length === 0 ? (
        <EmptyState title={t(`page.${emptyTitle(older !== null, narrowed)}`)}>
          {older && <p>{t("page.lookedThrough", { count: formatCount(WINDOW) })}</p>}
        </EmptyState>
      ) : (
        <Timeline entries={entries} path={path} />
      )}
      <Pagination
        previous={before ? addressOf(null) : null}
        previousLabel={t("page.latest")}
        next={older ? addressOf(older) : null}
        nextLabel={t(narrowed && entries.length < 50 ? "page.lookFurther" : "page.older")}
      />
    </div>
  );
}

function emptyTitle(more: boolean, narrowed: boolean) {
  if (more) return "noneSoFar";
  return narrowed ? "nothingMatches" : "nothingYet";
}
