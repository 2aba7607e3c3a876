import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Section as PageSection } from "@/components/ui/section";
import { toneColours } from "@/components/ui/tone";
import { joinLabels, type NameKey, stepTitles } from "@/lib/fields/model";
import type { SectionState, Step } from "@/lib/onboarding/model";
import type { Section } from "@/lib/sections/model";

const groups: { title: string; steps: Step[] }[] = [
  { title: "Tell Plaid about the company", steps: ["company", "contacts", "support"] },
  { title: "Set up the app", steps: ["products", "logo", "redirect-uris"] },
  { title: "Confirm", steps: ["attestations", "check"] },
];

/** What is done, what is left, by whom, in any order. */
export function TaskList({ id, sections }: { id: string; sections: Section[] }) {
  return (
    <div className="flex flex-col gap-8">
      {groups.map(({ title, steps }) => (
        <PageSection key={title} title={title}>
          <ul className="divide-y border-y">
            {sections
              .filter(({ step }) => steps.includes(step))
              .map((section) => (
                <Task key={section.step} id={id} section={section} />
              ))}
          </ul>
        </PageSection>
      ))}
    </div>
  );
}

const words: Record<SectionState, { text: string; look: string }> = {
  not_started: { text: "Not started", look: `badge ${toneColours.plaid}` },
  in_progress: { text: "In progress", look: `badge ${toneColours.you}` },
  completed: { text: "Completed", look: "text-sm" },
  cannot_start: { text: "Cannot start yet", look: "text-muted text-sm" },
  problem: { text: "There is a problem", look: `badge ${toneColours.blocked}` },
};

const who: Record<Section["filler"], string> = {
  us: "You",
  customer: "The customer",
  either: "You or the customer",
};

/** The link's area is the whole row; what else the row says is its description. */
function Task({ id, section }: { id: string; section: Section }) {
  const { step, state } = section;
  const { text, look } = words[state];
  const name = useTranslations("fields");
  const about = aboutOf(section, (key) => name(key));
  return (
    <li className="relative flex min-h-12 items-center justify-between gap-x-4 py-3 has-[a]:hover:bg-surface">
      <div className="min-w-0">
        {state === "cannot_start" ? (
          <span>{stepTitles[step]}</span>
        ) : (
          <Link
            href={`/onboardings/${id}/${step}` as Route}
            aria-describedby={`${step}-about ${step}-state`}
            className="text-primary underline underline-offset-4 after:absolute after:inset-0"
          >
            {stepTitles[step]}
          </Link>
        )}
        <p id={`${step}-about`} className="text-muted text-sm">
          {who[section.filler]}
          {about && ` · ${about}`}
        </p>
      </div>
      <span id={`${step}-state`} className={`shrink-0 ${look}`}>
        {text}
      </span>
    </li>
  );
}

const NAMED_MAX = 3;

function aboutOf({ step, state, missing }: Section, name: (key: NameKey) => string): string {
  if (state === "cannot_start") return "complete the sections above first";
  if (missing.length > 0) return `to do: ${shorten(missing.map(name))}`;
  const optional = state === "not_started" && step !== "attestations" && step !== "check";
  return optional ? "nothing required" : "";
}

function shorten(labels: string[]): string {
  const more = labels.length - NAMED_MAX;
  return joinLabels(more > 1 ? [...labels.slice(0, NAMED_MAX), `${more} more`] : labels);
}
