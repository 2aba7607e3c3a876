import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
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
  const t = useTranslations("review.reviewing");
  const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(since)) / MINUTE_MS));
  const time = (chunks: ReactNode) => (
    <time dateTime={since} title={formatInstant(new Date(since))} suppressHydrationWarning>
      {chunks}
    </time>
  );
  return (
    <p className="flex items-start gap-1.5 text-muted text-sm">
      <Eye className="mt-0.5" />
      <span className="min-w-0">
        {you ? t.rich("you", { minutes, time }) : t.rich("other", { name, minutes, time })}
      </span>
    </p>
  );
}
