import type { Route } from "next";
import { useTranslations } from "next-intl";
import { listAddress } from "@/components/customers/list-address";
import { StatusBadge } from "@/components/customers/status-badge";
import { nameOf } from "@/components/customers/words";
import { LiveList, LiveRows } from "@/components/live/live-rows";
import { liveWords } from "@/components/live/words";
import { ActionLink } from "@/components/requirements/action-link";
import { formatCount } from "@/components/ui/counts";
import { Section } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { type CustomerCounts, countMatching } from "@/lib/customers/model";
import type { Translate } from "@/lib/languages/model";
import type { Point } from "@/lib/live/model";
import type { NeedView } from "@/lib/overview/model";

export function NeedsYou({
  rows,
  counts,
  point,
  mayAct,
}: {
  rows: NeedView[];
  counts: CustomerCounts;
  point: Point;
  mayAct: boolean;
}) {
  const t = useTranslations("overview.needsYou");
  const live = liveWords(useTranslations("live"));
  const all = countMatching(counts, { turn: "you" });
  const standing = rows.map((row) => ({
    id: row.id,
    row: <Need key={row.id} row={row} mayAct={mayAct} />,
  }));
  return (
    <Section title={t("title")}>
      {rows.length === 0 ? (
        <p>{allClear(counts, t)}</p>
      ) : (
        <LiveList rows={standing} point={point} words={live}>
          <ul className="flex flex-col divide-y border-y">
            <LiveRows />
          </ul>
        </LiveList>
      )}
      {all > rows.length && (
        <p>
          <TextLink href={listAddress({ turn: "you" })}>
            {t("viewAll", { count: formatCount(all) })}
          </TextLink>
        </p>
      )}
    </Section>
  );
}

/** "Nothing needs you right now. 6 customers are with Plaid, 2 with banks." */
function allClear(counts: CustomerCounts, t: Translate<"overview.needsYou">): string {
  const banks = countMatching(counts, { turn: "plaid", status: "ACTIVE" });
  const plaid = countMatching(counts, { turn: "plaid" }) - banks;
  return t("clear", { plaid, banks: formatCount(banks) });
}

function Need({ row, mayAct }: { row: NeedView; mayAct: boolean }) {
  const t = useTranslations("overview.needsYou");
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0 max-w-reading flex-1 basis-64">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {/* The home of a customer is made by this portal. */}
          <TextLink href={row.home as Route} className="font-medium">
            {nameOf(row)}
          </TextLink>
          <StatusBadge status={row.status} />
        </div>
        <p className="text-muted text-sm">
          {/* Of a review, who submitted it stands there with the time. */}
          {row.status === "IN_REVIEW"
            ? row.line
            : t.rich("since", {
                line: row.line,
                at: row.since,
                time: () => <Time at={row.since} />,
              })}
        </p>
      </div>
      {mayAct && row.action && <ActionLink {...row.action} about={nameOf(row)} />}
    </li>
  );
}
