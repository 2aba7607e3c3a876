"use client";

import { useTranslations } from "next-intl";
import { CountryOptions } from "@/components/onboarding/country-options";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { Field, SelectField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import type { Defaults } from "@/lib/partner-settings/model";
import { productGroups } from "@/lib/products/model";
import { SettingsForm } from "./settings-form";
import { type SaveSettings, type SettingsState, useSettingsForm } from "./use-settings-form";

type Props = { initial: SettingsState<Defaults>; save: SaveSettings<Defaults> };

export function DefaultsForm({ initial, save }: Props) {
  const t = useTranslations("settings.defaults");
  const { values, errors, form } = useSettingsForm(initial, save);
  const field = (name: Exclude<keyof Defaults, "products" | "hasMonthlyCommitment">) => ({
    id: name,
    name,
    defaultValue: values[name],
    error: errors[name],
    autoComplete: "off",
  });
  return (
    <SettingsForm form={form}>
      <Field
        {...field("partnerName")}
        label={t("partnerName.label")}
        hint={t("partnerName.hint")}
      />
      <SelectField
        {...field("countryCode")}
        label={t("country.label")}
        hint={t("country.hint")}
        className="sm:max-w-80"
      >
        <CountryOptions field="countryCode" />
      </SelectField>
      <Fieldset id="contacts" legend={t("contacts.legend")} look="group" hint={t("contacts.hint")}>
        <Field
          {...field("technicalContact")}
          label={t("technicalContact.label")}
          optional
          hint={t("technicalContact.hint")}
        />
        <Field {...field("billingContact")} label={t("billingContact.label")} optional />
      </Fieldset>
      <Support field={field} />
      <Products chosen={values.products} />
      <CheckboxField
        id="hasMonthlyCommitment"
        name="hasMonthlyCommitment"
        label={t("monthlyCommitment.label")}
        hint={t("monthlyCommitment.hint")}
        defaultChecked={values.hasMonthlyCommitment}
      />
    </SettingsForm>
  );
}

type FieldOf = (name: Exclude<keyof Defaults, "products" | "hasMonthlyCommitment">) => {
  id: string;
  name: string;
  defaultValue: string;
  error: string | undefined;
};

function Support({ field }: { field: FieldOf }) {
  const t = useTranslations("settings.defaults");
  return (
    <Fieldset id="support" legend={t("support.legend")} look="group" hint={t("support.hint")}>
      <Field
        {...field("accountSince")}
        type="date"
        label={t("accountSince.label")}
        optional
        hint={t("accountSince.hint")}
        className="sm:max-w-60"
      />
      <Field
        {...field("supportEmail")}
        type="email"
        inputMode="email"
        label={t("supportEmail.label")}
        optional
        spellCheck={false}
      />
      <Field
        {...field("supportPhoneNumber")}
        type="tel"
        label={t("supportPhoneNumber.label")}
        optional
      />
      <Field
        {...field("supportContactUrl")}
        type="url"
        inputMode="url"
        label={t("supportContactUrl.label")}
        optional
      />
      <Field
        {...field("supportLinkUpdateUrl")}
        type="url"
        inputMode="url"
        label={t("supportLinkUpdateUrl.label")}
        optional
      />
    </Fieldset>
  );
}

function Products({ chosen }: { chosen: string[] }) {
  const t = useTranslations("settings.defaults.products");
  const product = useTranslations("products");
  return (
    <Fieldset id="products" legend={t("legend")} look="group" hint={t("hint")}>
      {productGroups.map((group) => (
        <Fieldset
          key={group.id}
          id={group.id}
          legend={product(`groups.${group.id}`)}
          look="label"
          className="gap-3"
        >
          {group.products.map(({ code, name }) => (
            <CheckboxField
              key={code}
              id={`products-${code}`}
              name="products"
              value={code}
              label={name}
              defaultChecked={chosen.includes(code)}
            />
          ))}
        </Fieldset>
      ))}
    </Fieldset>
  );
}
