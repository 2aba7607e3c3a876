import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Section as PageSection } from "@/components/ui/section";
import { toneColours } from "@/components/ui/tone";
import { joinLabels, type NameKey, stepTitles } from "@/lib/fields/model";
import type { Translate } from "@/lib/languages/model";
import type { SectionState, Step } from "@/lib/onboarding/model";
import type { Section } from "@/lib/sections/model";

const groups: { title: "company" | "app" | "confirm"; steps: Step[] }[] = [
  { title: "company", steps: ["company", "contacts", "support"] },
  { title: "app", steps: ["products", "logo", "redirect-uris"] },
  { title: "confirm", steps: ["attestations", "check"] },
];

/** What is done, what is left, by whom, in any order. */
export function TaskList({ id, sections }: { id: string; sections: Section[] }) {
  const t = useTranslations("wizard.tasks.groups");
  return (
    <div className="flex flex-col gap-8">
      {groups.map(({ title, steps }) => (
        <PageSection key={title} title={t(title)}>
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

const looks: Record<SectionState, string> = {
  not_started: `badge ${toneColours.plaid}`,
  in_progress: `badge ${toneColours.you}`,
  completed: "text-sm",
  cannot_start: "text-muted text-sm",
  problem: `badge ${toneColours.blocked}`,
};

/** The link's area is the whole row; what else the row says is its description. */
function Task({ id, section }: { id: string; section: Section }) {
  const { step, state } = section;
  const t = useTranslations("wizard.tasks");
  const name = useTranslations("fields");
  const who = t(`who.${section.filler}`);
  const about = aboutOf(section, (key) => name(key), t);
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
          {about ? t("whoAndWhat", { who, about }) : who}
        </p>
      </div>
      <span id={`${step}-state`} className={`shrink-0 ${looks[state]}`}>
        {t(`states.${state}`)}
      </span>
    </li>
  );
}

const NAMED_MAX = 3;

function aboutOf(
  { step, state, missing }: Section,
  name: (key: NameKey) => string,
  t: Translate<"wizard.tasks">,
): string {
  if (state === "cannot_start") return t("sectionsFirst");
  if (missing.length > 0) return t("toDo", { answers: shorten(missing.map(name), t) });
  const optional = state === "not_started" && step !== "attestations" && step !== "check";
  return optional ? t("nothing") : "";
}

function shorten(labels: string[], t: Translate<"wizard.tasks">): string {
  const count = labels.length - NAMED_MAX;
  return joinLabels(count > 1 ? [...labels.slice(0, NAMED_MAX), t("more", { count })] : labels);
}
