"use client";

import { useTranslations } from "next-intl";
import { Field, TextAreaField } from "@/components/ui/field";
import { GREETING_MAX, type Welcome } from "@/lib/partner-settings/model";
import { SettingsForm } from "./settings-form";
import { type SaveSettings, type SettingsState, useSettingsForm } from "./use-settings-form";

type Props = { initial: SettingsState<Welcome>; save: SaveSettings<Welcome> };

export function WelcomeForm({ initial, save }: Props) {
  const t = useTranslations("settings.welcome");
  const { values, errors, form } = useSettingsForm(initial, save);
  return (
    <SettingsForm form={form}>
      <TextAreaField
        id="greeting"
        name="greeting"
        label={t("greeting.label")}
        optional
        rows={3}
        maxLength={GREETING_MAX}
        hint={t("greeting.hint")}
        defaultValue={values.greeting}
        error={errors.greeting}
      />
      <Field
        id="contactEmail"
        name="contactEmail"
        label={t("contactEmail.label")}
        optional
        type="email"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        hint={t("contactEmail.hint")}
        defaultValue={values.contactEmail}
        error={errors.contactEmail}
      />
    </SettingsForm>
  );
}
