const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

const units = [
  ["day", DAY_MS],
  ["hour", 3_600_000],
  ["min", 60_000],
] as const;

/** Undefined from a week on, on either side of now. */
export function relative(differenceMs: number): string | undefined {
  const distanceMs = Math.abs(differenceMs);
  if (distanceMs >= WEEK_MS) return undefined;
  const unit = units.find(([, lengthMs]) => distanceMs >= lengthMs);
  if (!unit) return differenceMs > 0 ? "in less than a minute" : "just now";
  const [name, lengthMs] = unit;
  const count = Math.floor(distanceMs / lengthMs);
  const words = `${count} ${name === "min" || count === 1 ? name : `${name}s`}`;
  return differenceMs > 0 ? `in ${words}` : `${words} ago`;
}

/** For the run of a sentence: "2 days ago", from a week on "on 5 Dec". */
export function ago(at: string, now = Date.now()): string {
  return relative(Date.parse(at) - now) ?? `on ${dayOf(at)}`;
}

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** "5 Dec": of an instant less than a year away. */
export function dayOf(at: string): string {
  return days.format(new Date(at));
}

const dates = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/** "5 Dec 2026": of a day or an instant (ISO 8601); what is neither is shown as it is. */
export function dateOf(at: string): string {
  const instant = new Date(at);
  return Number.isNaN(instant.getTime()) ? at : dates.format(instant);
}
