import { z } from "zod";
import { explainUnaided } from "@/components/onboarding/logo-problem";
import { patchBetween, readAnswers } from "@/lib/answers/model";
import type { StaffActor } from "@/lib/auth/model";
import type { StepState } from "@/lib/drafts/model";
import { newId } from "@/lib/id";
import { LOGO_FILE_FIELD } from "@/lib/logos/model";
import { keepLogo } from "@/lib/onboarding/logo";
import type { AnswerStep, Answers, AttestationKind } from "@/lib/onboarding/model";
import type { StepInput } from "@/lib/onboarding/save-step";

const version = z.coerce.number().int().min(0).max(2_147_483_647).catch(0);
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

export type PostedStep = { input: StepInput; answers: Answers[AnswerStep]; logoError?: string };

/** A posted step. A new logo is stored first: the answers carry only its hash. */
export async function readStep(
  staff: StaffActor,
  { id, step, form }: { id: string; step: AnswerStep; form: FormData },
): Promise<PostedStep> {
  const { answers, logoError } = await withLogo(staff, { form, answers: readAnswers(step, form) });
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
  staff: StaffActor,
  { form, answers }: Logo,
): Promise<Pick<PostedStep, "answers" | "logoError">> {
  if (!("createLinkCustomization" in answers)) return { answers };
  if (form.get("intent") === "remove-logo") return { answers: { ...answers, logo: "" } };
  const file = form.get(LOGO_FILE_FIELD);
  if (!(file instanceof File) || isNoChoice(file)) return { answers };
  const kept = await keepLogo(staff, new Uint8Array(await file.arrayBuffer()), file.name);
  if (!kept.ok) return { answers, logoError: explainUnaided(kept.error) };
  return { answers: { ...answers, logo: kept.value.sha256 } };
}

/** The session ended while somebody typed: the form comes back as it was, and nothing is saved. */
export function signedOut(step: AnswerStep, form: FormData): StepState<Answers[AnswerStep]> {
  return {
    values: readAnswers(step, form),
    version: version.parse(form.get("version")),
    editor: editor.parse(form.get("editor")),
    errors: {},
    warnings: {},
    conflicts: [],
    problem: { code: "signed_out" },
  };
}

/** What a file input without a file sends; its name is empty, or what a browser's script makes of that. */
function isNoChoice({ size, name }: File): boolean {
  return size === 0 && !name.includes(".");
}

export function readConfirmation(form: FormData) {
  const shown = (kind: AttestationKind) => version.parse(form.get(`version.${kind}`));
  const payloadSha256 = form.get("payloadSha256");
  return {
    dueDiligence: form.has("dueDiligence"),
    bankAddendum: form.has("bankAddendum"),
    textVersions: { due_diligence: shown("due_diligence"), bank_addendum: shown("bank_addendum") },
    payloadSha256: typeof payloadSha256 === "string" ? payloadSha256 : "",
  };
}
