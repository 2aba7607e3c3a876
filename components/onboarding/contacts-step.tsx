"use client";

import { Field } from "@/components/ui/field";
import type { Answers } from "@/lib/onboarding/model";
import { AnswerForm } from "./answer-form";
import type { StepProps } from "./step-props";
import { useStepForm } from "./use-step-form";

export function ContactsStep({
  yours,
  ...props
}: StepProps<Answers["contacts"]> & {
  /** The partner's own contacts, by name. */
  yours: { technical: string; billing: string };
}) {
  const step = useStepForm({ step: "contacts", ...props });
  return (
    <AnswerForm step={step} from={props.from}>
      <p>Plaid writes to these people. Only Plaid sees them.</p>
      <Contact
        legend="Technical contact"
        yours={yours.technical}
        givenName={step.field("technical.givenName")}
        familyName={step.field("technical.familyName")}
        email={step.field("technical.email")}
      />
      <Contact
        legend="Billing contact"
        yours={yours.billing}
        givenName={step.field("billing.givenName")}
        familyName={step.field("billing.familyName")}
        email={step.field("billing.email")}
      />
    </AnswerForm>
  );
}

type FieldProps = Omit<Parameters<typeof Field>[0], "label">;

function Contact({
  legend,
  yours,
  givenName,
  familyName,
  email,
}: {
  legend: string;
  yours: string;
  givenName: FieldProps;
  familyName: FieldProps;
  email: FieldProps;
}) {
  const hintId = `${givenName.name}-yours`;
  return (
    <fieldset aria-describedby={hintId} className="flex min-w-0 flex-col gap-6">
      <legend className="mb-1 font-semibold text-xl">{legend}</legend>
      <p id={hintId} className="text-muted">
        Leave all three empty to use yours: {yours}
      </p>
      <Field label="Given name" autoComplete="off" {...givenName} />
      <Field label="Family name" autoComplete="off" {...familyName} />
      <Field
        label="Email address"
        type="email"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        {...email}
      />
    </fieldset>
  );
}
