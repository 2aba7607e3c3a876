import { Eye } from "@/components/ui/icons";
import { formatInstant } from "@/components/ui/time";
import type { Reviewer } from "@/lib/reviews/model";

const MINUTE_MS = 60_000;

/** "Mira is reviewing this (3 min)": good to know, and in nobody's way. */
export function BeingReviewed({
  reviewer: { name, since },
  you,
}: {
  reviewer: Reviewer;
  you: boolean;
}) {
  const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(since)) / MINUTE_MS));
  return (
    <p className="flex items-start gap-1.5 text-muted text-sm">
      <Eye className="mt-0.5" />
      <span className="min-w-0">
        {you ? "You are reviewing this" : `${name} is reviewing this`} (
        <time dateTime={since} title={formatInstant(new Date(since))} suppressHydrationWarning>
          {minutes} min
        </time>
        )
      </span>
    </p>
  );
}
