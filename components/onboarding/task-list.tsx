import type { Route } from "next";
import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { type SectionState, type Step, stepTitles } from "@/lib/onboarding/model";

const groups: { title: string; steps: Step[] }[] = [
  { title: "Tell Plaid about the company", steps: ["company", "contacts", "support"] },
  { title: "Set up the app", steps: ["products", "logo", "redirect-uris"] },
  { title: "Confirm", steps: ["attestations", "check"] },
];

/** Home of the wizard: what is done, what is left, in any order. */
export function TaskList({ id, sections }: { id: string; sections: Record<Step, SectionState> }) {
  return (
    <div className="flex flex-col gap-8">
      {groups.map((group) => (
        <section key={group.title} className="flex flex-col gap-3">
          <h2>{group.title}</h2>
          <ul className="divide-y border-y">
            {group.steps.map((step) => (
              <li key={step}>
                <Task
                  href={`/onboardings/${id}/${step}` as Route}
                  step={step}
                  state={sections[step]}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <ButtonLink href={`/onboardings/${id}/check` as Route} className="self-start">
        Check and submit
      </ButtonLink>
    </div>
  );
}

const words: Record<SectionState, { text: string; look: string }> = {
  not_started: { text: "Not started", look: "rounded-badge bg-plaid-tint px-2 text-plaid" },
  in_progress: { text: "In progress", look: "rounded-badge bg-you-tint px-2 text-you" },
  completed: { text: "Completed", look: "" },
  cannot_start: { text: "Cannot start yet", look: "text-muted" },
  problem: { text: "There is a problem", look: "rounded-badge bg-blocked-tint px-2 text-blocked" },
};

function Task({ href, step, state }: { href: Route; step: Step; state: SectionState }) {
  const { text, look } = words[state];
  return (
    <Link
      href={href}
      className="flex min-h-12 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3 hover:bg-surface"
    >
      <span className="min-w-0 text-primary underline underline-offset-4">{stepTitles[step]}</span>
      <span className={look}>{text}</span>
    </Link>
  );
}
