"use client";

import { useTranslations } from "next-intl";
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
  mandatory,
  ours,
  ...props
}: StepProps<Answers["support"]> & {
  /** Plaid wants an address of the customer's own; else it shows the partner's. */
  mandatory: boolean;
  /** The partner's own address where it has entered it: for its own people. */
  ours?: string | null;
}) {
  const step = useStepForm({ step: "support", ...props });
  const { field } = step;
  const { guest } = props;
  const t = useTranslations("steps.support");
  const name = useTranslations("fields.support");
  const support = useWatch({ control: step.form.control });
  const ourStandIn = ours ? t("standIn.oursAt", { email: ours }) : t("standIn.ours");
  const standIn = guest ? t("standIn.partner", { partner: guest.partner }) : ourStandIn;
  return (
    <AnswerForm
      step={step}
      from={props.from}
      guest={guest}
      aside={
        <WhoSeesThis of={["public"]} guest={guest}>
          <SupportIllustration {...props.facts} support={{ ...props.facts.support, ...support }} />
        </WhoSeesThis>
      }
    >
      <Banner tone="neutral" title={t("public")}>
        <p>{t("shownTo")}</p>
        {!mandatory && <p>{standIn}</p>}
      </Banner>
      <Field
        label={name("email")}
        optional={!mandatory}
        type="email"
        inputMode="email"
        autoComplete="off"
        spellCheck={false}
        {...field("email")}
      />
      <Field
        label={name("phoneNumber")}
        optional
        hint={t("hints.phoneNumber")}
        type="tel"
        autoComplete="off"
        {...field("phoneNumber")}
      />
      <Field
        label={name("contactUrl")}
        optional
        hint={t("hints.contactUrl")}
        type="url"
        inputMode="url"
        autoComplete="off"
        {...field("contactUrl")}
      />
      <Field
        label={name("linkUpdateUrl")}
        optional
        hint={t("hints.linkUpdateUrl")}
        type="url"
        inputMode="url"
        autoComplete="off"
        {...field("linkUpdateUrl")}
      />
    </AnswerForm>
  );
}
