import { CircleCheck, CircleMinus, CircleX } from "lucide-react";
import { checklist, type RejectionCode, type StepOutcome } from "@/lib/webhooks/model";
import { stepTexts } from "./texts";

const outcomes: Record<StepOutcome, { label: string; look: string; Icon: typeof CircleCheck }> = {
  passed: { label: "Passed", look: "text-done", Icon: CircleCheck },
  failed: { label: "Failed here", look: "font-semibold text-danger", Icon: CircleX },
  not_reached: { label: "Not reached", look: "text-muted", Icon: CircleMinus },
};

/** How far the proof of a webhook came, step by step. */
export function VerificationChecklist({ cause }: { cause: RejectionCode | null }) {
  return (
    <ol className="flex flex-col divide-y border-y">
      {checklist(cause).map(({ step, outcome }) => {
        const { label, look, Icon } = outcomes[outcome];
        return (
          <li key={step} className="flex items-start gap-3 py-2">
            <Icon aria-hidden="true" size={20} className={`mt-0.5 shrink-0 ${look}`} />
            <span className="min-w-0 flex-1">{stepTexts[step]}</span>
            <span className={`shrink-0 text-sm ${look}`}>{label}</span>
          </li>
        );
      })}
    </ol>
  );
}
