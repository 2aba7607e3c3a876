import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { readFile } from "@/app/read-input";
import { explainUnaided } from "@/components/onboarding/logo-problem";
import { patchBetween, withPatch } from "@/lib/answers/model";
import { readPosted } from "@/lib/answers/posted";
import type { ApplicantActor, StaffActor } from "@/lib/auth/model";
import type { StepState } from "@/lib/drafts/model";
import { newId } from "@/lib/id";
import { LOGO_FILE_FIELD } from "@/lib/logos/model";
import { keepLogo } from "@/lib/onboarding/logo";
import type { AnswerStep, Answers, FieldErrors } from "@/lib/onboarding/model";
import { type StepInput, saveStep } from "@/lib/onboarding/save-step";

/** What a hidden field says that a page showed; 0 where it says nothing. */
export const version = z.coerce.number().int().min(0).max(2_147_483_647).catch(0);
const seq = z.coerce
  .number()
  .int()
  .positive()
  .catch(() => Date.now());
const editor = z
  .string()
  .min(1)
  .max(64)
  .catch(() => newId("edt"));

type Editor = StaffActor | ApplicantActor;

type Posted = { id: string; step: AnswerStep; form: FormData };

/**
 * Keeps a posted step.
 *
 * @returns what the form shows now, and where to go instead of showing it.
 */
export async function keepStep(
  actor: Editor,
  posted: Posted,
): Promise<{ state: StepState<Answers[AnswerStep]>; next: "exit" | "continue" | "stay" }> {
  const { input, answers, logoError } = await readStep(actor, posted);
  const saved = await saveStep(actor, input);
  const { editor } = input;
  if (!saved.ok) {
    const { base: version } = input;
    const nothing = { errors: {}, warnings: {}, conflicts: [] };
    const state = { values: answers, version, editor, ...nothing, problem: saved.error };
    return { state, next: "stay" };
  }
  const { version, theirs, complete, errors, warnings, conflicts } = saved.value;
  const values = withPatch(answers, Object.fromEntries(theirs.map((c) => [c.path, c.value])));
  const state = { values, version, editor, warnings, conflicts };
  const intent = posted.form.get("intent");
  if (logoError) return { state: { ...state, errors: { logo: logoError } }, next: "stay" };
  const stays = intent === "remove-logo" || conflicts.length > 0;
  if (stays || intent === "exit") {
    return { state: { ...state, errors: {} }, next: stays ? "stay" : "exit" };
  }
  return { state: { ...state, errors }, next: complete ? "continue" : "stay" };
}

type PostedStep = { input: StepInput; answers: Answers[AnswerStep]; logoError?: string };

/** A posted step. A new logo is stored first: the answers carry only its hash. */
async function readStep(actor: Editor, { id, step, form }: Posted): Promise<PostedStep> {
  const { answers, logoError } = await withLogo(actor, { form, answers: readPosted(step, form) });
  const input: StepInput = {
    id,
    step,
    base: version.parse(form.get("version")),
    editor: editor.parse(form.get("editor")),
    seq: seq.parse(form.get("seq")),
    patch: patchBetween(readShown(form), answers),
    continued: form.get("intent") === "continue",
  };
  return { input, answers, ...(logoError && { logoError }) };
}

/** The answers the form was made from, so that only what was changed in it counts. */
function readShown(form: FormData): object {
  try {
    const shown: unknown = JSON.parse(String(form.get("shown")));
    return typeof shown === "object" && shown !== null ? shown : {};
  } catch {
    return {};
  }
}
type Logo = { form: FormData; answers: Answers[AnswerStep] };

async function withLogo(
  actor: Editor,
  { form, answers }: Logo,
): Promise<Pick<PostedStep, "answers" | "logoError">> {
  if (!("createLinkCustomization" in answers)) return { answers };
  if (form.get("intent") === "remove-logo") return { answers: { ...answers, logo: "" } };
  const file = readFile(form, LOGO_FILE_FIELD);
  if (!file) return { answers };
  const kept = await keepLogo(actor, new Uint8Array(await file.arrayBuffer()), file.name);
  if (!kept.ok) {
    return { answers, logoError: explainUnaided(kept.error, await getTranslations("logo")) };
  }
  return { answers: { ...answers, logo: kept.value.sha256 } };
}

/** The session ended while somebody typed: the form comes back as it was, and nothing is saved. */
export function signedOut(step: AnswerStep, form: FormData): StepState<Answers[AnswerStep]> {
  return {
    values: readPosted(step, form),
    version: version.parse(form.get("version")),
    editor: editor.parse(form.get("editor")),
    errors: {},
    warnings: {},
    conflicts: [],
    problem: { code: "signed_out" },
  };
}

/** What is wrong with a logo whose form was not even read because of its size; the address says so. */
export async function refusedLogo(tooLarge: string | string[] | undefined): Promise<FieldErrors> {
  const bytes = Number(tooLarge);
  if (!(bytes > 0)) return {};
  return { logo: explainUnaided({ code: "too_large", bytes }, await getTranslations("logo")) };
}
