"use client";

import { useLocale, useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { Field, SelectField } from "@/components/ui/field";
import type { Answers } from "@/lib/onboarding/model";
import { AnswerForm } from "./answer-form";
import { CountryOptions } from "./country-options";
import { LinkIllustration } from "./illustrations";
import type { StepProps } from "./step-props";
import { useStepForm } from "./use-step-form";
import { WhoSeesThis } from "./who-sees-this";

export function CompanyStep(props: StepProps<Answers["company"]>) {
  const step = useStepForm({ step: "company", ...props });
  const { field } = step;
  const t = useTranslations("steps.company");
  const name = useTranslations("fields.company");
  const language = useLocale();
  const { defaultValue: _, ...depository } = field("isDepository");
  const applicationName = useWatch({
    control: step.form.control,
    name: "applicationName",
    defaultValue: props.facts.applicationName,
  });
  return (
    <AnswerForm
      step={step}
      from={props.from}
      guest={props.guest}
      aside={
        <WhoSeesThis of={["public", "banks", "plaid", "us"]} guest={props.guest}>
          <LinkIllustration {...props.facts} applicationName={applicationName} />
        </WhoSeesThis>
      }
    >
      <Field
        label={name("companyName")}
        hint={t("hints.companyName")}
        autoComplete="off"
        {...field("companyName")}
      />
      <Field
        label={name("legalEntityName")}
        hint={t("hints.legalEntityName")}
        autoComplete="off"
        {...field("legalEntityName")}
      />
      <Field
        label={name("website")}
        hint={t("hints.website")}
        type="url"
        inputMode="url"
        autoComplete="off"
        {...field("website")}
      />
      <Field
        label={name("applicationName")}
        hint={t("hints.applicationName")}
        autoComplete="off"
        {...field("applicationName")}
      />
      <fieldset className="mt-6 flex flex-col gap-6">
        <legend className="mb-4 font-semibold text-xl">{t("address")}</legend>
        <SelectField
          label={name("address.countryCode")}
          autoComplete="off"
          {...field("address.countryCode")}
        >
          <CountryOptions field="address.countryCode" language={language} />
        </SelectField>
        <Field label={name("address.street")} autoComplete="off" {...field("address.street")} />
        <Field label={name("address.city")} autoComplete="off" {...field("address.city")} />
        <Field
          label={name("address.region")}
          hint={t("hints.region")}
          autoComplete="off"
          {...field("address.region")}
        />
        <Field
          label={name("address.postalCode")}
          autoComplete="off"
          className="max-w-48"
          {...field("address.postalCode")}
        />
      </fieldset>
      <fieldset className="group mt-6 flex flex-col gap-6">
        <legend className="mb-4 font-semibold text-xl">{t("kind")}</legend>
        <CheckboxField
          {...depository}
          label={t("isDepository")}
          hint={t("hints.isDepository")}
          defaultChecked={props.initial.values.isDepository}
        />
        <div className="hidden group-has-checked:block">
          <Field
            label={name("registrationNumber")}
            optional
            hint={t("hints.registrationNumber")}
            inputMode="numeric"
            autoComplete="off"
            className="max-w-48"
            {...field("registrationNumber")}
          />
        </div>
      </fieldset>
    </AnswerForm>
  );
}
