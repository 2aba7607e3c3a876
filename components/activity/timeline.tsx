import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";
import type { ActivityEntry } from "@/lib/activity/model";
import { actorOf, describeAction } from "./action-texts";
import { FieldEdits } from "./field-edits";

/** What happened, latest first, a heading for each day (UTC). `path` is where single events are shown. */
export function Timeline({ entries, path }: { entries: ActivityEntry[]; path: string }) {
  return (
    <div className="flex flex-col gap-6">
      {byDay(entries).map(({ day, entries: ofDay }) => (
        <section key={day} className="flex flex-col gap-2">
          <h3>{day}</h3>
          <ActivityList entries={ofDay} path={path} />
        </section>
      ))}
    </div>
  );
}

export function ActivityList({ entries, path }: { entries: ActivityEntry[]; path: string }) {
  const t = useTranslations("activity");
  return (
    <ol className="flex flex-col divide-y border-y">
      {entries.map((entry) => (
        <li key={entry.id} className="flex flex-col gap-1 py-2">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <p className="min-w-0">
              {t.rich("timeline.event", {
                actor: actorOf(entry, t),
                act: describeAction(entry.action, entry.details, t),
                strong: (chunks) => <strong className="font-medium">{chunks}</strong>,
              })}
            </p>
            <p className="flex flex-wrap items-baseline gap-2 text-muted text-sm">
              <Source entry={entry} />
              <Link
                // An address of the portal's own.
                href={`${path}?event=${entry.id}` as Route}
                className="inline-block min-h-target underline underline-offset-4"
              >
                {t.rich("timeline.alone", {
                  at: entry.at,
                  time: () => <Time at={entry.at} />,
                  hidden: (chunks) => <span className="sr-only">{chunks}</span>,
                })}
              </Link>
            </p>
          </div>
          {entry.edits.length > 0 && (
            <Disclosure summary={t("timeline.fields", { count: entry.edits.length })}>
              <FieldEdits edits={entry.edits} />
            </Disclosure>
          )}
        </li>
      ))}
    </ol>
  );
}

/** Where the name in front does not say it. */
function Source({ entry }: { entry: ActivityEntry }) {
  const t = useTranslations("activity");
  const source = t(`timeline.sources.${entry.source}`);
  return entry.source !== "person" && source !== actorOf(entry, t) && <Chip>{source}</Chip>;
}

const days = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

function byDay(entries: ActivityEntry[]) {
  const groups: { day: string; entries: ActivityEntry[] }[] = [];
  for (const entry of entries) {
    const day = days.format(new Date(entry.at));
    const group = groups.at(-1);
    if (group?.day === day) group.entries.push(entry);
    else groups.push({ day, entries: [entry] });
  }
  return groups;
}
