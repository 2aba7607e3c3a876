"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readLine } from "@/app/read-input";
import type { ConnectionState } from "@/components/settings/connection-test";
import type { SettingsState } from "@/components/settings/use-settings-form";
import type { SignInAgain, StaffActor } from "@/lib/auth/model";
import { requireStaff } from "@/lib/auth/session";
import type {
  Defaults,
  Retention,
  SaveError,
  SecondPerson,
  Welcome,
} from "@/lib/partner-settings/model";
import { getSettings } from "@/lib/partner-settings/read";
import { saveDefaults } from "@/lib/partner-settings/save-defaults";
import { saveRetention } from "@/lib/partner-settings/save-retention";
import { saveSecondPerson } from "@/lib/partner-settings/save-second-person";
import { saveWelcome } from "@/lib/partner-settings/save-welcome";
import { testConnection } from "@/lib/partner-settings/test-connection";
import type { Result } from "@/lib/result";

export async function saveDefaultsAction(
  _state: unknown,
  form: FormData,
): Promise<SettingsState<Defaults>> {
  const staff = await requireStaff("settings.manage");
  const typed: Defaults = {
    partnerName: readLine(form, "partnerName"),
    countryCode: readLine(form, "countryCode"),
    technicalContact: readLine(form, "technicalContact"),
    billingContact: readLine(form, "billingContact"),
    supportEmail: readLine(form, "supportEmail"),
    supportPhoneNumber: readLine(form, "supportPhoneNumber"),
    supportContactUrl: readLine(form, "supportContactUrl"),
    supportLinkUpdateUrl: readLine(form, "supportLinkUpdateUrl"),
    products: form.getAll("products").filter((code) => typeof code === "string"),
    hasMonthlyCommitment: form.has("hasMonthlyCommitment"),
    accountSince: readLine(form, "accountSince"),
  };
  const version = versionOf(form);
  const t = await getTranslations("settings.errors");
  const saved = await saveDefaults(staff, { version, typed }, t);
  return answer(staff, { version, values: typed }, saved);
}

export async function saveWelcomeAction(
  _state: unknown,
  form: FormData,
): Promise<SettingsState<Welcome>> {
  const staff = await requireStaff("settings.manage");
  const typed = {
    contactEmail: readLine(form, "contactEmail"),
    greeting: readLine(form, "greeting"),
  };
  const version = versionOf(form);
  const t = await getTranslations("settings.errors");
  const saved = await saveWelcome(staff, { version, typed }, t);
  return answer(staff, { version, values: typed }, saved);
}

export async function saveRetentionAction(
  _state: unknown,
  form: FormData,
): Promise<SettingsState<Retention>> {
  const staff = await requireStaff("settings.manage");
  const typed = {
    draftDays: readLine(form, "draftDays"),
    secretDays: readLine(form, "secretDays"),
  };
  const version = versionOf(form);
  const t = await getTranslations("settings.errors");
  const saved = await saveRetention(staff, { version, typed }, t);
  return answer(staff, { version, values: typed }, saved);
}

export async function saveSecondPersonAction(
  _state: unknown,
  form: FormData,
): Promise<SettingsState<SecondPerson>> {
  const staff = await requireStaff("settings.manage");
  const wanted = { sends: form.has("sends"), enables: form.has("enables") };
  const version = versionOf(form);
  const saved = await saveSecondPerson(staff, { version, wanted });
  return answer(staff, { version, values: wanted }, saved);
}

export async function testConnectionAction(): Promise<ConnectionState> {
  const staff = await requireStaff("settings.manage");
  const tested = await testConnection(staff);
  return tested.ok ? { test: tested.value } : { error: tested.error };
}

function versionOf(form: FormData): number {
  const version = readLine(form, "version");
  return /^\d{1,9}$/.test(version) ? Number(version) : -1;
}

/** Saved leads to the overview; whoever was late may save again, over what others saved. */
async function answer<V>(
  staff: StaffActor,
  given: { version: number; values: V },
  saved: Result<null, SaveError | SignInAgain>,
): Promise<SettingsState<V>> {
  if (saved.ok) {
    // The name and what drafts ask for stand on every page.
    revalidatePath("/", "layout");
    redirect("/admin/settings?saved=yes");
  }
  const late = saved.error.code === "changed_meanwhile";
  const { version } = late ? await getSettings(staff) : given;
  return { values: given.values, version, problem: saved.error };
}
