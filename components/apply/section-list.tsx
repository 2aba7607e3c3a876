import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { OwnSection } from "@/lib/applicants/model";
import { joinLabels, stepTitles } from "@/lib/fields/model";
import type { SectionState } from "@/lib/onboarding/model";

const words: Record<SectionState, { text: string; look: string }> = {
  not_started: { text: "Not started", look: "rounded-badge bg-plaid-tint px-2 text-plaid" },
  in_progress: { text: "In progress", look: "rounded-badge bg-you-tint px-2 text-you" },
  completed: { text: "Completed", look: "" },
  cannot_start: { text: "Cannot start yet", look: "text-muted" },
  problem: { text: "There is a problem", look: "rounded-badge bg-blocked-tint px-2 text-blocked" },
};

/** The sections of one invited person, in any order; the link's area is the whole row. */
export function SectionList({ at, sections }: { at: string; sections: OwnSection[] }) {
  const name = useTranslations("fields");
  return (
    <ul className="divide-y border-y">
      {sections.map(({ step, state, missing }) => (
        <li
          key={step}
          className="relative flex min-h-12 items-center justify-between gap-x-4 py-3 hover:bg-surface"
        >
          <div className="min-w-0">
            <Link
              href={`${at}/${step}` as Route}
              aria-describedby={`${step}-about ${step}-state`}
              className="inline-block min-h-target text-primary underline underline-offset-4 after:absolute after:inset-0"
            >
              {stepTitles[step]}
            </Link>
            <p id={`${step}-about`} className="text-muted text-sm">
              {missing.length > 0 && `To do: ${shorten(missing.map((one) => name(one)))}`}
              {missing.length === 0 && state === "not_started" && "Nothing required"}
            </p>
          </div>
          <span id={`${step}-state`} className={`shrink-0 ${words[state].look}`}>
            {words[state].text}
          </span>
        </li>
      ))}
    </ul>
  );
}

const NAMED_MAX = 3;

function shorten(labels: string[]): string {
  const more = labels.length - NAMED_MAX;
  return joinLabels(more > 1 ? [...labels.slice(0, NAMED_MAX), `${more} more`] : labels);
}
