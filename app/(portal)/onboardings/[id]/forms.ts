import { z } from "zod";
import { explainLogo } from "@/components/onboarding/logo-problem";
import type { StaffActor } from "@/lib/auth/model";
import type { StepState } from "@/lib/drafts/model";
import { keepLogo } from "@/lib/onboarding/logo";
import { type AnswerStep, type AttestationKind, LOGO_FILE_FIELD } from "@/lib/onboarding/model";
import { readAnswers } from "@/lib/onboarding/read-answers";
import { isOf, type StepInput } from "@/lib/onboarding/save-step";
import type { Answers } from "@/lib/onboarding/schema";

const version = z.coerce.number().int().min(0).max(2_147_483_647).catch(0);

/** A posted step. A new logo is stored first: the answers carry only its hash. */
export async function readStep(
  staff: StaffActor,
  { id, step, form }: { id: string; step: AnswerStep; form: FormData },
): Promise<{ input: StepInput; logoError?: string }> {
  const answers = readAnswers(step, form);
  const input: StepInput = { id, step, answers, version: version.parse(form.get("version")) };
  if (!isOf("logo", input)) return { input };
  if (form.get("intent") === "remove-logo") {
    return { input: { ...input, answers: { ...input.answers, logo: "" } } };
  }

  const file = form.get(LOGO_FILE_FIELD);
  if (!(file instanceof File) || isNoChoice(file)) return { input };
  const kept = await keepLogo(staff, new Uint8Array(await file.arrayBuffer()));
  if (!kept.ok) return { input, logoError: explainLogo(kept.error) };
  return { input: { ...input, answers: { ...input.answers, logo: kept.value.sha256 } } };
}

/** The session ended while somebody typed: the form comes back as it was, and nothing is saved. */
export function signedOut(step: AnswerStep, form: FormData): StepState<Answers[AnswerStep]> {
  const kept = version.parse(form.get("version"));
  const values = readAnswers(step, form);
  return { values, version: kept, errors: {}, problem: { code: "signed_out" } };
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
