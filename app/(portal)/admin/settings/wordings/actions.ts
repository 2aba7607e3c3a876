"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readLine } from "@/app/read-input";
import type { WordingState } from "@/components/settings/wording-form";
import type { PublishError, WordingKind } from "@/lib/attestation-texts/model";
import { publishWording } from "@/lib/attestation-texts/publish";
import { discardWordingDraft, saveWordingDraft } from "@/lib/attestation-texts/save-draft";
import { requireStaff } from "@/lib/auth/session";
import { readKind } from "./read-kind";

export async function saveWordingAction(
  boundKind: WordingKind,
  _state: unknown,
  form: FormData,
): Promise<WordingState> {
  const staff = await requireStaff("settings.manage");
  const kind = readKind(boundKind);
  const typed = { title: readLine(form, "title"), body: readLine(form, "body") };
  const t = await getTranslations("settings.errors");
  const saved = await saveWordingDraft(staff, { kind, ...typed }, t);
  if (!saved.ok) return { ...typed, errors: saved.error.errors };
  revalidatePath("/admin/settings/wordings", "layout");
  redirect(`/admin/settings/wordings/${kind}?saved=yes`);
}

export async function discardWordingAction(boundKind: WordingKind): Promise<void> {
  const staff = await requireStaff("settings.manage");
  const kind = readKind(boundKind);
  await discardWordingDraft(staff, kind);
  revalidatePath("/admin/settings/wordings", "layout");
  redirect(`/admin/settings/wordings/${kind}`);
}

/** @param seen the draft that was on the page, and the version it replaces. */
export async function publishWordingAction(
  boundKind: WordingKind,
  seen: { savedAt: string; version: number },
): Promise<PublishError | null> {
  const staff = await requireStaff("settings.manage");
  const kind = readKind(boundKind);
  const { savedAt, version } = seen;
  const published = await publishWording(staff, {
    kind,
    savedAt: String(savedAt),
    version: Number(version),
  });
  if (!published.ok) return published.error;
  revalidatePath("/", "layout");
  redirect(`/admin/settings/wordings/${kind}?published=yes`);
}
