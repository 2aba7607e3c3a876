"use client";

import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { RadioGroup } from "@/components/ui/radio-group";
import type { Answers } from "@/lib/onboarding/model";
import { AnswerForm } from "./answer-form";
import type { StepProps } from "./step-props";
import { useStepForm } from "./use-step-form";
import { WhoSeesThis } from "./who-sees-this";

export function ContactsStep({
  yours,
  ...props
}: StepProps<Answers["contacts"]> & {
  /** The partner's own contacts, by name: for its own people. */
  yours?: { technical: string; billing: string };
}) {
  const step = useStepForm({ step: "contacts", ...props });
  const contact = (who: "technical" | "billing") => ({
    use: { ...step.field(`${who}.use`), chip: undefined },
    givenName: step.field(`${who}.givenName`),
    familyName: step.field(`${who}.familyName`),
    email: step.field(`${who}.email`),
    ours: props.guest ? `Use ${props.guest.partner}’s contact` : `Use our contact: ${yours?.[who]}`,
    theirs: props.guest ? "Someone at our company" : "Someone at the customer",
  });
  return (
    <AnswerForm
      step={step}
      from={props.from}
      guest={props.guest}
      aside={<WhoSeesThis of={["plaid"]} guest={props.guest} />}
    >
      <p>Plaid writes to these people.</p>
      <Contact id="technical" legend="Technical contact" {...contact("technical")} />
      <Contact id="billing" legend="Billing contact" {...contact("billing")} />
    </AnswerForm>
  );
}

type FieldProps = Omit<Parameters<typeof Field>[0], "label">;

/** The fields stay in sight: whoever types in them has made the choice. */
function Contact({
  id,
  legend,
  ours,
  theirs,
  use,
  givenName,
  familyName,
  email,
}: {
  id: string;
  legend: string;
  ours: string;
  theirs: string;
  use: Omit<Parameters<typeof RadioGroup>[0], "legend" | "options">;
  givenName: FieldProps;
  familyName: FieldProps;
  email: FieldProps;
}) {
  return (
    <Fieldset id={id} legend={legend}>
      <RadioGroup
        {...use}
        legend={<span className="sr-only">{legend}: whose</span>}
        options={[
          { value: "ours", label: ours },
          { value: "theirs", label: theirs },
        ]}
      />
      <div className="flex min-w-0 flex-col gap-6 border-l-2 pl-6">
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
      </div>
    </Fieldset>
  );
}
