import { EmptyState } from "@/components/ui/empty-state";
import { Time } from "@/components/ui/time";
import type { ActivityView } from "@/lib/customers/model";
import { describeAction } from "./action-texts";

/** What happened, latest first, a heading for each day (UTC). */
export function Timeline({ entries }: { entries: ActivityView[] }) {
  if (entries.length === 0) {
    return <EmptyState title="Nothing has happened yet" />;
  }
  return (
    <div className="flex flex-col gap-6">
      {byDay(entries).map(({ day, entries: ofDay }) => (
        <section key={day} className="flex flex-col gap-2">
          <h3>{day}</h3>
          <ActivityList entries={ofDay} />
        </section>
      ))}
    </div>
  );
}

export function ActivityList({ entries }: { entries: ActivityView[] }) {
  return (
    <ol className="flex flex-col divide-y border-y">
      {entries.map(({ id, at, actor, action, details }) => (
        <li key={id} className="flex flex-wrap justify-between gap-x-4 py-2">
          <p className="min-w-0">
            <strong className="font-medium">{actor}</strong>: {describeAction(action, details)}
          </p>
          <p className="text-muted text-sm">
            <Time at={at} />
          </p>
        </li>
      ))}
    </ol>
  );
}

const days = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

function byDay(entries: ActivityView[]) {
  const groups: { day: string; entries: ActivityView[] }[] = [];
  for (const entry of entries) {
    const day = days.format(new Date(entry.at));
    const group = groups.at(-1);
    if (group?.day === day) group.entries.push(entry);
    else groups.push({ day, entries: [entry] });
  }
  return groups;
}
