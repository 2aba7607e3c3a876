import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { saveStepAction } from "@/app/(portal)/onboardings/[id]/actions";
import type { OnboardingView, StepState } from "@/lib/drafts/model";
import { stepTitles } from "@/lib/fields/model";
import { newId } from "@/lib/id";
import type { AnswerStep, Answers, Step } from "@/lib/onboarding/model";
import { refusalErrors } from "@/lib/refusals/model";
import { readOnboarding } from "./onboarding";

type Params = Promise<{ id: string }>;
type Query = Promise<Record<string, string | string[] | undefined>>;

export type OpenStep = { view: OnboardingView; from: "check" | undefined };

export async function titleOf(step: Step, params: Params): Promise<Metadata> {
  const t = await getTranslations("wizard.title");
  const { companyName } = await readOnboarding((await params).id);
  const title = t("step", { section: stepTitles[step], customer: companyName || t("unnamed") });
  return { title: (await isRefusal()) ? t("refused", { title }) : title };
}

/** A step posted without JavaScript is answered with its own page only when something is wrong. */
async function isRefusal(): Promise<boolean> {
  const sent = await headers();
  const posted = sent.get("content-type")?.startsWith("multipart/form-data") ?? false;
  return posted && !sent.has("next-action");
}

/** What the page of any step is made from: the draft, what its frame shows, and whether it was opened from the last page. */
export async function openStep({ params, searchParams }: { params: Params; searchParams: Query }) {
  const { id } = await params;
  const view = await readOnboarding(id);
  const from = (await searchParams).from === "check" ? ("check" as const) : undefined;
  const back = (from ? `/onboardings/${id}/check` : `/onboardings/${id}`) as Route;
  return { view, from, frame: { companyName: view.companyName, back } };
}

/** What the form of a step is given whose answers are kept. */
export function answered<S extends AnswerStep>(step: S, { view, from }: OpenStep) {
  const { id, answers, versions, checks, problem } = view;
  const initial: StepState<Answers[S]> = {
    values: answers[step],
    version: versions[step],
    editor: newId("edt"),
    errors: refusalErrors(problem?.problem ?? null, step),
    warnings: checks[step].warnings,
    conflicts: [],
  };
  // The action answers with the answers of the step it is bound to.
  const save = saveStepAction.bind(null, id, step) as (
    state: StepState<Answers[S]>,
    form: FormData,
  ) => Promise<StepState<Answers[S]>>;
  const { company, support, logo } = answers;
  const facts = {
    applicationName: company.applicationName,
    logo: logo.logo && `/api/logos/${logo.logo}`,
    support,
  };
  return { initial, save, from, facts, autosave: `/api/onboardings/${id}/answers/${step}` };
}
