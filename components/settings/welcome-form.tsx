"use client";

import { Field, TextAreaField } from "@/components/ui/field";
import { GREETING_MAX, type Welcome } from "@/lib/partner-settings/model";
import { SettingsForm } from "./settings-form";
import { type SaveSettings, type SettingsState, useSettingsForm } from "./use-settings-form";

type Props = { initial: SettingsState<Welcome>; save: SaveSettings<Welcome> };

export function WelcomeForm({ initial, save }: Props) {
  const { values, errors, form } = useSettingsForm(initial, save);
  return (
    <SettingsForm form={form}>
      <TextAreaField
        id="greeting"
        name="greeting"
        label="Greeting"
        optional
        rows={3}
        maxLength={GREETING_MAX}
        hint="A sentence or two in every invitation and on the page it leads to, in the words you write here, whatever the language of the mail"
        defaultValue={values.greeting}
        error={errors.greeting}
      />
      <Field
        id="contactEmail"
        name="contactEmail"
        label="Email address for questions"
        optional
        type="email"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        hint="Shown below every page an invited person meets; answers to our mails go there"
        defaultValue={values.contactEmail}
        error={errors.contactEmail}
      />
    </SettingsForm>
  );
}
