import { useTranslations } from "next-intl";
import type { Icon } from "@/components/ui/icon";
import { CircleCheck, CircleMinus, CircleX } from "@/components/ui/icons";
import { checklist, type RejectionCode, type StepOutcome } from "@/lib/webhooks/model";

const outcomes: Record<StepOutcome, { look: string; Icon: Icon }> = {
  passed: { look: "text-done", Icon: CircleCheck },
  failed: { look: "font-semibold text-danger", Icon: CircleX },
  not_reached: { look: "text-muted", Icon: CircleMinus },
};

/** How far the proof of a webhook came, step by step. */
export function VerificationChecklist({ cause }: { cause: RejectionCode | null }) {
  const t = useTranslations("webhooks.verification");
  return (
    <ol className="flex flex-col divide-y border-y">
      {checklist(cause).map(({ step, outcome }) => {
        const { look, Icon } = outcomes[outcome];
        return (
          <li key={step} className="flex items-start gap-3 py-2">
            <Icon className={`mt-0.5 size-5 ${look}`} />
            <span className="min-w-0 flex-1">{t(`steps.${step}`)}</span>
            <span className={`shrink-0 text-sm ${look}`}>{t(`outcomes.${outcome}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
