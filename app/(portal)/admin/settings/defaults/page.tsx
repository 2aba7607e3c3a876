import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveDefaultsAction } from "@/app/(portal)/admin/settings/actions";
import { Texts } from "@/components/languages/texts";
import { DefaultsForm } from "@/components/settings/defaults-form";
import { SettingsPage } from "@/components/settings/page-frame";
import { requireStaff } from "@/lib/auth/session";
import { getSettings } from "@/lib/partner-settings/read";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.defaults");
  return { title: t("title") };
}

export default async function DefaultsPage() {
  const staff = await requireStaff("settings.manage");
  const { version, defaults } = await getSettings(staff);
  const t = await getTranslations("settings.defaults");
  return (
    <SettingsPage title={t("title")}>
      <p>{t("about")}</p>
      <Texts of={["acts", "settings.form", "settings.defaults", "products.groups"]}>
        <DefaultsForm
          initial={{ version, values: defaults, problem: null }}
          save={saveDefaultsAction}
        />
      </Texts>
    </SettingsPage>
  );
}
