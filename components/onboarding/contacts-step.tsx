"use client";

import { useTranslations } from "next-intl";
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
  /** The partner's own contacts, by name where it has entered them: for its own people. */
  yours?: { technical: string | null; billing: string | null };
}) {
  const step = useStepForm({ step: "contacts", ...props });
  const { guest } = props;
  const t = useTranslations("steps.contacts");
  const people = useTranslations("fields.people");
  const contact = (who: "technical" | "billing") => ({
    use: { ...step.field(`${who}.use`), chip: undefined },
    givenName: step.field(`${who}.givenName`),
    familyName: step.field(`${who}.familyName`),
    email: step.field(`${who}.email`),
    legend: people(who),
    ours: guest
      ? t("guest.ours", { partner: guest.partner })
      : t("staff.ours", { contact: yours?.[who] ?? t("onFile") }),
    theirs: t(guest ? "guest.theirs" : "staff.theirs"),
  });
  return (
    <AnswerForm
      step={step}
      from={props.from}
      guest={guest}
      aside={<WhoSeesThis of={["plaid"]} guest={guest} />}
    >
      <p>{t("intro")}</p>
      <Contact id="technical" {...contact("technical")} />
      <Contact id="billing" {...contact("billing")} />
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
  const t = useTranslations("steps.contacts");
  return (
    <Fieldset id={id} legend={legend}>
      <RadioGroup
        {...use}
        legend={<span className="sr-only">{t("whose", { contact: legend })}</span>}
        options={[
          { value: "ours", label: ours },
          { value: "theirs", label: theirs },
        ]}
      />
      <div className="flex min-w-0 flex-col gap-6 border-l-2 pl-6">
        <Field label={t("givenName")} autoComplete="off" {...givenName} />
        <Field label={t("familyName")} autoComplete="off" {...familyName} />
        <Field
          label={t("email")}
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
