import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { type PastReview, rejectionLabels } from "@/lib/reviews/model";

export function PastReviews({ past }: { past: PastReview[] }) {
  const t = useTranslations("review.past");
  if (past.length === 0) return null;
  return (
    <Section title={t("title")}>
      <ol className="flex flex-col divide-y border-y">
        {past.map(({ id, decision, by, at, reasonCode, reason }) => (
          <li key={id} className="flex flex-col gap-1 py-3">
            <p>
              {t.rich("decided", {
                decision: t(`decisions.${decision}`),
                name: by,
                at,
                strong: (chunks) => <strong className="font-medium">{chunks}</strong>,
                time: () => <Time at={at} />,
              })}
            </p>
            {reasonCode && <p className="text-sm">{rejectionLabels[reasonCode]}</p>}
            {reason && <p className="text-muted text-sm">{t("words", { words: reason })}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
