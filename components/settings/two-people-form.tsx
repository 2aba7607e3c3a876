"use client";

import { CheckboxField } from "@/components/ui/checkbox-field";
import type { SecondPerson } from "@/lib/partner-settings/model";
import { SettingsForm } from "./settings-form";
import { type SaveSettings, type SettingsState, useSettingsForm } from "./use-settings-form";

type Props = { initial: SettingsState<SecondPerson>; save: SaveSettings<SecondPerson> };

export function TwoPeopleForm({ initial, save }: Props) {
  const { values, form } = useSettingsForm(initial, save);
  return (
    <SettingsForm form={form}>
      <CheckboxField
        id="sends"
        name="sends"
        label="Sending to Plaid takes a second person"
        hint="Nothing is sent without an approval of exactly these answers by somebody else than who sends them"
        defaultChecked={values.sends}
      />
      <CheckboxField
        id="enables"
        name="enables"
        label="Enabling in Production takes a second person"
        hint="The first press is kept as a wish, and another person’s press enables"
        defaultChecked={values.enables}
      />
    </SettingsForm>
  );
}
