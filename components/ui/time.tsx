import { dateOf, never, relative } from "@/lib/time/model";

/** How long ago for a week, the date afterwards; the exact instant is always in the name. */
export function Time({ at, fallback = never }: { at: string | null; fallback?: string }) {
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

/** `5 Dec 2026` */
export function Day({ at }: { at: string }) {
  return <time dateTime={at}>{dateOf(at)}</time>;
}

/** `5 Dec 2026, 14:02 UTC` */
export function formatInstant(instant: Date): string {
  const iso = instant.toISOString();
  return `${dateOf(iso)}, ${iso.slice(11, 16)} UTC`;
}
