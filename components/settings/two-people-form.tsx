"use client";

import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/ui/checkbox-field";
import type { SecondPerson } from "@/lib/partner-settings/model";
import { SettingsForm } from "./settings-form";
import { type SaveSettings, type SettingsState, useSettingsForm } from "./use-settings-form";

type Props = { initial: SettingsState<SecondPerson>; save: SaveSettings<SecondPerson> };

export function TwoPeopleForm({ initial, save }: Props) {
  const t = useTranslations("settings.twoPeople");
  const { values, form } = useSettingsForm(initial, save);
  return (
    <SettingsForm form={form}>
      <CheckboxField
        id="sends"
        name="sends"
        label={t("sends.label")}
        hint={t("sends.hint")}
        defaultChecked={values.sends}
      />
      <CheckboxField
        id="enables"
        name="enables"
        label={t("enables.label")}
        hint={t("enables.hint")}
        defaultChecked={values.enables}
      />
    </SettingsForm>
  );
}
