"use client";

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
        label="Name of your company"
        hint="Customers read it in invitations, mails and confirmations"
      />
      <SelectField
        {...field("countryCode")}
        label="Country"
        hint="Chosen in new drafts; each draft can have another one"
        className="sm:max-w-80"
      >
        <CountryOptions field="countryCode" />
      </SelectField>
      <Fieldset
        id="contacts"
        legend="Your contacts at Plaid"
        look="group"
        hint="Plaid writes to them about customers without contacts of their own. Who they are is changed in the Plaid Dashboard; here it is only written down, so that your team knows whom it chooses."
      >
        <Field
          {...field("technicalContact")}
          label="Technical contact"
          optional
          hint="Such as Bob Jones, bob@example.com"
        />
        <Field {...field("billingContact")} label="Billing contact" optional />
      </Fieldset>
      <Support field={field} />
      <Products chosen={values.products} />
      <CheckboxField
        id="hasMonthlyCommitment"
        name="hasMonthlyCommitment"
        label="Our agreement with Plaid has a monthly commitment"
        hint="Plaid then needs the assets under management of each customer, so every draft asks for them"
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
  return (
    <Fieldset
      id="support"
      legend="Your support information"
      look="group"
      hint="Plaid shows it at my.plaid.com for customers that give none of their own, where your account may leave it out"
    >
      <Field
        {...field("accountSince")}
        type="date"
        label="Your Plaid account was made on"
        optional
        hint="After 26 November 2024, or where this is empty, every draft has to give a support email address"
        className="sm:max-w-60"
      />
      <Field
        {...field("supportEmail")}
        type="email"
        inputMode="email"
        label="Support email address"
        optional
        spellCheck={false}
      />
      <Field {...field("supportPhoneNumber")} type="tel" label="Support phone number" optional />
      <Field
        {...field("supportContactUrl")}
        type="url"
        inputMode="url"
        label="Contact page"
        optional
      />
      <Field
        {...field("supportLinkUpdateUrl")}
        type="url"
        inputMode="url"
        label="Link update page"
        optional
      />
    </Fieldset>
  );
}

function Products({ chosen }: { chosen: string[] }) {
  return (
    <Fieldset
      id="products"
      legend="Products you have yourself"
      look="group"
      hint="Your team reads them beside “The same as ours”. Plaid is not told"
    >
      {productGroups.map((group) => (
        <Fieldset key={group.id} id={group.id} legend={group.title} look="label" className="gap-3">
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
