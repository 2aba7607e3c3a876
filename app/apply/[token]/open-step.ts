import type { Metadata, Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { saveSectionAction } from "@/app/apply/[token]/step-actions";
import { fieldsOf } from "@/lib/answers/model";
import type { ApplicationView } from "@/lib/applicants/model";
import type { StepState } from "@/lib/drafts/model";
import { newId } from "@/lib/id";
import type { AnswerStep, Answers, Step } from "@/lib/onboarding/model";
import { isOpenTo } from "@/lib/reviews/model";
import { linkPath, logosOf, readApplication } from "./application";

type Params = Promise<{ token: string }>;
type Query = Promise<Record<string, string | string[] | undefined>>;

export async function titleOf(step: Step, params: Params): Promise<Metadata> {
  const { view } = await readApplication((await params).token);
  const t = await getTranslations();
  const title = [t(`fields.sections.${step}`), view.companyName].filter(Boolean).join(" – ");
  return { title: (await isRefusal()) ? `${t("ui.error")} ${title}` : title };
}

/** A step posted without JavaScript is answered with its own page only when something is wrong. */
async function isRefusal(): Promise<boolean> {
  const sent = await headers();
  const posted = sent.get("content-type")?.startsWith("multipart/form-data") ?? false;
  return posted && !sent.has("next-action");
}

type OpenStep = Awaited<ReturnType<typeof openStep>>;

/** What the page of a section is made from. A section of somebody else is no page at all. */
export async function openStep(
  step: AnswerStep,
  { params, searchParams }: { params: Params; searchParams: Query },
) {
  const { token } = await params;
  const { view } = await readApplication(token);
  const from = (await searchParams).from === "check" ? ("check" as const) : undefined;
  const at = linkPath(token);
  if (!view.steps.includes(step)) redirect(at);
  const back = (from ? `${at}/check` : at) as Route;
  const storedAt = logosOf(token);
  const shell = { step, view, at, back, storedAt, open: isEditable(view, step) };
  return { token, view, from, storedAt, shell };
}

function isEditable({ phase, requests }: ApplicationView, step: AnswerStep): boolean {
  return phase === "filling" || (phase === "changes" && requests.some((one) => one.step === step));
}

/** What the form of a section is given. */
export function answered<S extends AnswerStep>(step: S, { token, view, from, storedAt }: OpenStep) {
  const { answers, versions, checks, partner } = view;
  const initial: StepState<Answers[S]> = {
    values: answers[step],
    version: versions[step],
    editor: newId("edt"),
    errors: {},
    warnings: checks[step].warnings,
    conflicts: [],
  };
  // The action answers with the answers of the step it is bound to.
  const save = saveSectionAction.bind(null, token, step) as (
    state: StepState<Answers[S]>,
    form: FormData,
  ) => Promise<StepState<Answers[S]>>;
  const { company, support, logo } = answers;
  const at = linkPath(token);
  const changes = view.phase === "changes" && changesOf(step, view);
  const guest = { partner, href: at, ...(changes && { changes }) };
  const facts = {
    applicationName: company.applicationName,
    logo: logo.logo && `${storedAt}/${logo.logo}`,
    support,
  };
  return { initial, save, from, facts, guest, autosave: `/api${at}/answers/${step}` };
}

/** The same rule that saving has: what a remark is about is open, and nothing beside it. */
function changesOf(step: AnswerStep, { answers, requests }: ApplicationView) {
  const own = requests.filter((one) => one.step === step);
  const asked = own.map(({ path }) => path);
  const open = Object.keys(fieldsOf(answers[step])).filter((path) => isOpenTo(path, asked));
  return { requests: own, open };
}
