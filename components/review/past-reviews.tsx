import { Section } from "@/components/ui/section";
import { Time } from "@/components/ui/time";
import { type PastReview, rejectionLabels } from "@/lib/reviews/model";
import { decisionLabels } from "./texts";

export function PastReviews({ past }: { past: PastReview[] }) {
  if (past.length === 0) return null;
  return (
    <Section title="Earlier decisions">
      <ol className="flex flex-col divide-y border-y">
        {past.map(({ id, decision, by, at, reasonCode, reason }) => (
          <li key={id} className="flex flex-col gap-1 py-3">
            <p>
              <strong className="font-medium">{decisionLabels[decision]}</strong> by {by},{" "}
              <Time at={at} />
            </p>
            {reasonCode && <p className="text-sm">{rejectionLabels[reasonCode]}</p>}
            {reason && <p className="text-muted text-sm">“{reason}”</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
