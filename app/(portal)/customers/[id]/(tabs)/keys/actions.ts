"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { readId, readKind, readText } from "@/app/read-input";
import { explainReveal } from "@/components/customers/problem-texts";
import type { HandoverFormState } from "@/components/handovers/handover-form";
import type { PasteState } from "@/components/secrets/paste-form";
import type { RevealState } from "@/components/secrets/secret-card";
import { requireStaff } from "@/lib/auth/session";
import { createHandover } from "@/lib/handovers/create";
import { revokeHandover } from "@/lib/handovers/revoke";
import { secretKinds } from "@/lib/secrets/model";
import { pasteSecret } from "@/lib/secrets/paste";
import { confirmStored, revealSecret } from "@/lib/secrets/reveal";

/** Not revalidated: the answer is the one place where the secret may be. */
export async function revealSecretAction(boundId: string, boundKind: string): Promise<RevealState> {
  const kind = readKind(boundKind);
  const staff = await requireStaff(`secret.reveal.${kind}`);
  const result = await revealSecret(staff, readId(boundId), kind);
  if (result.ok) return result.value;
  const [t, acts] = [await getTranslations("customers"), await getTranslations("acts")];
  return { told: explainReveal(result.error, t, acts) };
}

/** The page that comes back says where the secret is by now, whether or not it was this one's to store. */
export async function confirmStoredAction(
  boundId: string,
  boundKind: string,
  form: FormData,
): Promise<void> {
  const kind = readKind(boundKind);
  const staff = await requireStaff(`secret.reveal.${kind}`);
  const id = readId(boundId);
  if (form.has("stored")) await confirmStored(staff, id, kind);
  revalidatePath(`/customers/${id}`, "layout");
}

/** What was typed is not sent back: it may be a secret. */
export async function pasteSecretAction(
  boundId: string,
  boundKind: string,
  _state: PasteState,
  form: FormData,
): Promise<PasteState> {
  const kind = readKind(boundKind);
  const staff = await requireStaff(`secret.reveal.${kind}`);
  const id = readId(boundId);
  const typed = readText(form, "secret");
  const result = await pasteSecret(staff, { customerId: id, kind, typed });
  revalidatePath(`/customers/${id}`, "layout");
  return result.ok ? null : { error: result.error };
}

export async function createHandoverAction(
  boundId: string,
  _state: HandoverFormState,
  form: FormData,
): Promise<HandoverFormState> {
  const staff = await requireStaff("secret.reveal.sandbox");
  const id = readId(boundId);
  const chosen = form.getAll("kinds");
  const values = {
    kinds: secretKinds.filter((kind) => chosen.includes(kind)),
    name: readText(form, "name"),
    email: readText(form, "email"),
    language: readText(form, "language"),
  };
  if (values.kinds.includes("production")) await requireStaff("secret.reveal.production");
  const result = await createHandover(staff, { customerId: id, ...values });
  revalidatePath(`/customers/${id}`, "layout");
  return { values, problem: result.ok ? null : result.error };
}

export async function revokeHandoverAction(boundId: string, boundHandover: string): Promise<void> {
  const staff = await requireStaff("handover.revoke");
  const id = readId(boundId);
  await revokeHandover(staff, { customerId: id, handoverId: readId(boundHandover) });
  revalidatePath(`/customers/${id}`, "layout");
}
