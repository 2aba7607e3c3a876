const DAY_MS = 86_400_000;
const WEEK_MS = 7 * DAY_MS;

const units = [
  ["day", DAY_MS],
  ["hour", 3_600_000],
  ["min", 60_000],
] as const;

const absolute = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** How long ago for a week, the date afterwards; the exact instant is always in the name. */
export function Time({ at, fallback = "Never" }: { at: string | null; fallback?: string }) {
  if (at === null) return fallback;
  const instant = new Date(at);
  if (Number.isNaN(instant.getTime())) return fallback;
  const exact = formatInstant(instant);
  const shown = relative(instant.getTime() - Date.now()) ?? exact;
  return (
    <time dateTime={instant.toISOString()} title={exact} suppressHydrationWarning>
      {shown}
      {shown !== exact && <span className="sr-only"> ({exact})</span>}
    </time>
  );
}

/** `5 Dec 2026, 14:02 UTC` */
export function formatInstant(instant: Date): string {
  return `${absolute.format(instant)} UTC`;
}

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
