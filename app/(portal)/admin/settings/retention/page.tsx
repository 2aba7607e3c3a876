import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveRetentionAction } from "@/app/(portal)/admin/settings/actions";
import { Texts } from "@/components/languages/texts";
import { SettingsPage } from "@/components/settings/page-frame";
import { RetentionForm } from "@/components/settings/retention-form";
import { requireStaff } from "@/lib/auth/session";
import { getSettings } from "@/lib/partner-settings/read";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.retention");
  return { title: t("title") };
}

export default async function RetentionPage() {
  const staff = await requireStaff("settings.manage");
  const { version, retention } = await getSettings(staff);
  const values = {
    draftDays: String(retention.draftDays),
    secretDays: String(retention.secretDays),
  };
  const t = await getTranslations("settings.retention");
  return (
    <SettingsPage title={t("title")}>
      <Texts of={["acts", "settings.form", "settings.retention"]}>
        <RetentionForm initial={{ version, values, problem: null }} save={saveRetentionAction} />
      </Texts>
    </SettingsPage>
  );
}
