import { readRaw } from "@/app/read-input";
import type { StaffActor } from "@/lib/auth/model";
import { addressWarning, checkInvitation } from "@/lib/invitations/check";
import {
  type Filler,
  fillers,
  type InviteState,
  type InviteValues,
  type MailPreview,
} from "@/lib/invitations/model";
import { previewInvitation } from "@/lib/mail/preview-invitation";
import { type AnswerStep, answerSteps } from "@/lib/onboarding/model";

/** A posted invitation as it was typed. */
export function readInvitation(form: FormData): InviteValues {
  return {
    name: readRaw(form, "name"),
    email: readRaw(form, "email"),
    fillers: fillersBy((step) => fillerOf(form.get(`fillers.${step}`)) ?? "us"),
    acceptsAddendum: form.has("acceptsAddendum"),
    message: readRaw(form, "message"),
    dueOn: readRaw(form, "dueOn"),
    lifetimeDays: readRaw(form, "lifetimeDays"),
    language: readRaw(form, "language"),
  };
}

export function fillersBy(choose: (step: AnswerStep) => Filler): InviteValues["fillers"] {
  const chosen = answerSteps.map((step) => [step, choose(step)] as const);
  // One entry for each step.
  return Object.fromEntries(chosen) as InviteValues["fillers"];
}

function fillerOf(posted: unknown): Filler | undefined {
  return fillers.find((known) => known === posted);
}

/** The form again as it was typed, with the mail it makes. */
export async function shownAgain(
  staff: StaffActor,
  customerId: string,
  values: InviteValues,
): Promise<InviteState> {
  const warning = addressWarning(values.email);
  return {
    values,
    errors: {},
    warnings: values.email && warning ? { email: warning } : {},
    preview: await previewOf(staff, customerId, values),
  };
}

/** What is wrong so far does not keep the rest of the mail from being looked at. */
async function previewOf(
  staff: StaffActor,
  customerId: string,
  values: InviteValues,
): Promise<MailPreview> {
  const checked = checkInvitation(values);
  const wrong = checked.ok ? {} : checked.error.errors;
  const sound = checkInvitation({
    ...values,
    ...Object.fromEntries(Object.keys(wrong).map((field) => [field, standIns[field]])),
  });
  if (!sound.ok) throw new Error("The preview has no sound values");
  const { fillers: chosen, name, ...planned } = sound.value;
  const { subject, text } = await previewInvitation(staff, {
    ...planned,
    customerId,
    name: wrong.name ? "…" : name,
    email: wrong.email ? "…" : planned.email,
    steps: answerSteps.filter((step) => (chosen[step] ?? "us") !== "us"),
  });
  return { to: wrong.email ? "" : planned.email, subject, text };
}

const standIns: Record<string, unknown> = {
  name: "…",
  email: "somebody@example.com",
  fillers: { company: "customer" },
  message: "",
  dueOn: "",
  lifetimeDays: 14,
  language: "en",
};
