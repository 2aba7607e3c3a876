import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { saveSecondPersonAction } from "@/app/(portal)/admin/settings/actions";
import { Texts } from "@/components/languages/texts";
import { SettingsPage } from "@/components/settings/page-frame";
import { TwoPeopleForm } from "@/components/settings/two-people-form";
import { requireStaff } from "@/lib/auth/session";
import { getSettings } from "@/lib/partner-settings/read";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings.twoPeople");
  return { title: t("title") };
}

export default async function TwoPeoplePage() {
  const staff = await requireStaff("settings.manage");
  const { version, secondPerson, people } = await getSettings(staff);
  const t = await getTranslations("settings.twoPeople");
  return (
    <SettingsPage title={t("title")}>
      <p>
        {t("now", { people })}
        {people < 2 && ` ${t("tooFew")}`}
      </p>
      <Texts of={["acts", "settings.form", "settings.twoPeople"]}>
        <TwoPeopleForm
          initial={{ version, values: secondPerson, problem: null }}
          save={saveSecondPersonAction}
        />
      </Texts>
    </SettingsPage>
  );
}
