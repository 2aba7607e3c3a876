import { useTranslations } from "next-intl";
import { formatInstant } from "@/components/ui/time";
import type { Translate } from "@/lib/languages/model";

const HOUR_MS = 3_600_000;
/** A bar that is full after so long: three days. */
const FULL_MS = 72 * HOUR_MS;
const WIDTH = 100;

/** How long somebody has waited, in words and as a bar beside its likes. */
export function Waiting({ since }: { since: string }) {
  const t = useTranslations("review.waited");
  const waitedMs = Math.max(0, Date.now() - Date.parse(since));
  const width = Math.max(2, Math.min(1, waitedMs / FULL_MS) * WIDTH);
  return (
    <div className="flex flex-col gap-1.5 max-sm:inline-flex max-sm:align-top">
      <time dateTime={since} title={formatInstant(new Date(since))} suppressHydrationWarning>
        {inWords(waitedMs, t)}
      </time>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${WIDTH} 6`}
        preserveAspectRatio="none"
        className="h-1.5 w-24 max-w-full rounded-badge forced-colors:border"
      >
        <rect width={WIDTH} height="6" className="fill-neutral-tint" />
        <rect width={width.toFixed(1)} height="6" className="fill-you" suppressHydrationWarning />
      </svg>
    </div>
  );
}

function inWords(waitedMs: number, t: Translate<"review.waited">): string {
  const hours = Math.floor(waitedMs / HOUR_MS);
  if (hours < 1) return t("minutes", { count: Math.floor(waitedMs / 60_000) });
  if (hours < 48) return t("hours", { count: hours });
  return t("days", { count: Math.floor(hours / 24) });
}
