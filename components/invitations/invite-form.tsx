"use client";

import type { Route } from "next";
import { useEffect } from "react";
import { announce } from "@/components/frame/announce";
import { LanguageOptions } from "@/components/languages/language-options";
import { useServerForm } from "@/components/onboarding/use-server-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { CheckboxField } from "@/components/ui/checkbox-field";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field, SelectField, TextAreaField } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { stepTitles } from "@/lib/fields/model";
import {
  type Filler,
  fillers,
  type InviteState,
  type InviteValues,
  lifetime,
  MESSAGE_LENGTH_MAX,
} from "@/lib/invitations/model";
import { answerSteps } from "@/lib/onboarding/model";
import { MailPreviewBlock } from "./mail-preview";
import { explainInvite } from "./texts";

type Props = {
  initial: InviteState;
  invite: (state: InviteState, form: FormData) => Promise<InviteState>;
  back: Route;
};

/** Whom to invite, to what; beside it the mail that person gets. */
export function InviteForm({ initial, invite, back }: Props) {
  const form = useServerForm<InviteValues, InviteState>({
    blank: initial.values,
    initial,
    save: invite,
    unsent: (state, code) => ({ ...state, problem: { code } }),
  });
  const { state, summary, pending } = form;
  const { problem, preview } = state;
  useEffect(() => {
    if (preview !== initial.preview) announce("The preview is up to date");
  }, [preview, initial]);
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,var(--container-form))_minmax(16rem,1fr)]">
      <form
        action={form.action}
        onSubmit={form.onSubmit}
        noValidate
        className="flex min-w-0 flex-col gap-8"
      >
        {(summary.length > 0 || problem) && (
          <ErrorSummary errors={summary} problem={problem && <p>{explainInvite(problem)}</p>} />
        )}
        <Person form={form} />
        <Sections form={form} />
        <Terms form={form} />
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="send" aria-disabled={pending}>
            {pending ? "Sending…" : "Send invitation"}
          </Button>
          <Button name="intent" value="preview" variant="secondary" aria-disabled={pending}>
            Preview
          </Button>
          <ButtonLink href={back} variant="quiet">
            Cancel
          </ButtonLink>
        </div>
      </form>
      {preview && <MailPreviewBlock preview={preview} />}
    </div>
  );
}

type Part = { form: ReturnType<typeof useServerForm<InviteValues, InviteState>> };

function Person({ form: { field, state } }: Part) {
  return (
    <Fieldset id="person" legend="Who gets the link">
      <Field label="Name" autoComplete="off" {...field("name")} />
      <Field
        label="Email address"
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        warning={state.warnings.email}
        {...field("email")}
      />
      <SelectField label="Language of the mails" className="sm:max-w-64" {...field("language")}>
        <LanguageOptions />
      </SelectField>
    </Fieldset>
  );
}

const fillerLabels: Record<Filler, string> = {
  customer: "The customer",
  either: "Either of us",
  us: "Us",
};

function Sections({ form: { field, errorOf, state } }: Part) {
  const { defaultValue: _, ...addendum } = field("acceptsAddendum");
  return (
    <Fieldset
      id="fillers"
      legend="Who fills in what"
      hint="This person sees the customer's sections, and those either of you may fill in. Confirming and sending to Plaid stay with you."
      error={errorOf("fillers")}
    >
      <div className="grid gap-6 sm:grid-cols-2">
        {answerSteps.map((step) => (
          <SelectField key={step} label={stepTitles[step]} {...field(`fillers.${step}`)}>
            {fillers.map((filler) => (
              <option key={filler} value={filler}>
                {fillerLabels[filler]}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <CheckboxField
        label="Accepts the bank addendum"
        hint="Before submitting, this person reads and accepts it for the customer. Name, time, IP address and wording are kept."
        defaultChecked={state.values.acceptsAddendum}
        {...addendum}
      />
    </Fieldset>
  );
}

function Terms({ form: { field } }: Part) {
  return (
    <Fieldset id="terms" legend="Message and dates">
      <TextAreaField
        label="Message"
        optional
        hint={`Up to ${MESSAGE_LENGTH_MAX} characters, as a part of the mail.`}
        rows={4}
        {...field("message")}
      />
      <Field
        label="Due date"
        type="date"
        optional
        hint="The mail names it. Nothing is locked when it passes."
        className="sm:max-w-64"
        {...field("dueOn")}
      />
      <Field
        label="Link lifetime in days"
        inputMode="numeric"
        autoComplete="off"
        hint={`From ${lifetime.min} to ${lifetime.max}. Reminders go out after 3 and 7 days and a day before the end, until this person begins.`}
        className="max-w-24"
        {...field("lifetimeDays")}
      />
    </Fieldset>
  );
}
