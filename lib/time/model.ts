import texts from "@/lib/languages/messages/en/staff/time.json";

/** Shown for an instant that never was. */
export const never = texts.never;

const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

const units = [
  ["day", "days", DAY_MS],
  ["hour", "hours", 3_600_000],
  ["min", "mins", 60_000],
] as const;

/** Undefined from a week on, on either side of now. */
export function relative(differenceMs: number): string | undefined {
  const distanceMs = Math.abs(differenceMs);
  if (distanceMs >= WEEK_MS) return undefined;
  const unit = units.find(([, , lengthMs]) => distanceMs >= lengthMs);
  if (!unit) return differenceMs > 0 ? texts.soon : texts.now;
  const [one, many, lengthMs] = unit;
  const count = Math.floor(distanceMs / lengthMs);
  const words = `${count} ${texts[count === 1 ? one : many]}`;
  return differenceMs > 0 ? `${texts.in} ${words}` : `${words} ${texts.ago}`;
}

/** For the run of a sentence: "2 days ago", from a week on "on 5 Dec". */
export function ago(at: string, now = Date.now()): string {
  return relative(Date.parse(at) - now) ?? `${texts.on} ${dayOf(at)}`;
}

/** As in British English. Pages full of times load this, and `Intl` would stop a phone for a tenth of a second. */
const months = texts.months.split(" ");

/** "5 Dec": of an instant less than a year away. */
export function dayOf(at: string): string {
  const instant = new Date(at);
  return `${instant.getUTCDate()} ${months[instant.getUTCMonth()]}`;
}

/** "5 Dec 2026": of a day or an instant (ISO 8601); what is neither is shown as it is. */
export function dateOf(at: string): string {
  const instant = new Date(at);
  return Number.isNaN(instant.getTime()) ? at : `${dayOf(at)} ${instant.getUTCFullYear()}`;
}
