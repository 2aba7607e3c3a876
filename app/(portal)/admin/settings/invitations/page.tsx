import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveWelcomeAction } from "@/app/(portal)/admin/settings/actions";
import { Texts } from "@/components/languages/texts";
import { SettingsPage } from "@/components/settings/page-frame";
import { WelcomeForm } from "@/components/settings/welcome-form";
import { requireStaff } from "@/lib/auth/session";
import { getSettings } from "@/lib/partner-settings/read";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.welcome");
  return { title: t("title") };
}

export default async function WelcomePage() {
  const staff = await requireStaff("settings.manage");
  const { version, welcome } = await getSettings(staff);
  const t = await getTranslations("settings.welcome");
  return (
    <SettingsPage title={t("title")}>
      <p>{t("about")}</p>
      <Texts of={["acts", "settings.form", "settings.welcome"]}>
        <WelcomeForm
          initial={{ version, values: welcome, problem: null }}
          save={saveWelcomeAction}
        />
      </Texts>
    </SettingsPage>
  );
}
