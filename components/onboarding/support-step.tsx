"use client";

import { useWatch } from "react-hook-form";
import { Banner } from "@/components/ui/banner";
import { Field } from "@/components/ui/field";
import type { Answers } from "@/lib/onboarding/model";
import { AnswerForm } from "./answer-form";
import type { StepProps } from "./step-props";
import { SupportIllustration } from "./support-illustration";
import { useStepForm } from "./use-step-form";
import { WhoSeesThis } from "./who-sees-this";

export function SupportStep({
  standIn,
  ...props
}: StepProps<Answers["support"]> & {
  /** What Plaid shows where nothing is entered; null where it wants an address of the customer's own. */
  standIn: string | null;
}) {
  const step = useStepForm({ step: "support", ...props });
  const { field } = step;
  const support = useWatch({ control: step.form.control });
  return (
    <AnswerForm
      step={step}
      from={props.from}
      guest={props.guest}
      aside={
        <WhoSeesThis of={["public"]} guest={props.guest}>
          <SupportIllustration {...props.facts} support={{ ...props.facts.support, ...support }} />
        </WhoSeesThis>
      }
    >
      <Banner tone="neutral" title="This is public">
        <p>Plaid shows it to everyone who manages their connections at my.plaid.com.</p>
        {standIn && <p>Where nothing is entered, Plaid shows {standIn}.</p>}
      </Banner>
      <Field
        label="Support email address"
        optional={standIn !== null}
        type="email"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        {...field("email")}
      />
      <Field
        label="Support phone number"
        optional
        hint="With area code, like (415) 555-0132"
        type="tel"
        autoComplete="off"
        {...field("phoneNumber")}
      />
      <Field
        label="Contact page"
        optional
        hint="Where people reach support, for example https://example.com/contact"
        type="url"
        inputMode="url"
        autoComplete="off"
        {...field("contactUrl")}
      />
      <Field
        label="Link update page"
        optional
        hint="Where people repair or remove a bank connection, for example https://example.com/banks"
        type="url"
        inputMode="url"
        autoComplete="off"
        {...field("linkUpdateUrl")}
      />
    </AnswerForm>
  );
}
