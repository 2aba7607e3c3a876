"use client";

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
        label="Company name"
        hint="Shown in the Plaid Dashboard, not to end users."
        autoComplete="off"
        {...field("companyName")}
      />
      <Field
        label="Legal entity name"
        hint="Sent to banks when the company is registered with them."
        autoComplete="off"
        {...field("legalEntityName")}
      />
      <Field
        label="Website"
        hint="For example https://example.com"
        type="url"
        inputMode="url"
        autoComplete="off"
        {...field("website")}
      />
      <Field
        label="Application name"
        hint="Everyone who connects a bank sees it in Link. It must be the only one of its name at Plaid: a duplicate makes bank registration fail."
        autoComplete="off"
        {...field("applicationName")}
      />
      <fieldset className="mt-6 flex flex-col gap-6">
        <legend className="mb-4 font-semibold text-xl">Address</legend>
        <SelectField label="Country" autoComplete="off" {...field("address.countryCode")}>
          <CountryOptions />
        </SelectField>
        <Field label="Street" autoComplete="off" {...field("address.street")} />
        <Field label="City" autoComplete="off" {...field("address.city")} />
        <Field
          label="State or region"
          hint="Needed in the United States and Canada."
          autoComplete="off"
          {...field("address.region")}
        />
        <Field
          label="Postal code"
          autoComplete="off"
          className="max-w-48"
          {...field("address.postalCode")}
        />
      </fieldset>
      <fieldset className="group mt-6 flex flex-col gap-6">
        <legend className="mb-4 font-semibold text-xl">Kind of company</legend>
        <CheckboxField
          {...depository}
          label="It is a bank or a credit union"
          hint="Only these have a registration number that Plaid asks for."
          defaultChecked={props.initial.values.isDepository}
        />
        <div className="hidden group-has-checked:block">
          <Field
            label="Registration number"
            optional
            hint="Banks: FDIC certificate number. Credit unions: NCUA charter number."
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
