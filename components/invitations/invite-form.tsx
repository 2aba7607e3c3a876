"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
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
  const t = useTranslations("invitations.form");
  const form = useServerForm<InviteValues, InviteState>({
    blank: initial.values,
    initial,
    save: invite,
    unsent: (state, code) => ({ ...state, problem: { code } }),
  });
  const { state, summary, pending } = form;
  const { problem, preview } = state;
  const previewed = t("previewed");
  useEffect(() => {
    if (preview !== initial.preview) announce(previewed);
  }, [preview, initial, previewed]);
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,--theme(--container-form))_minmax(16rem,1fr)]">
      <form
        action={form.action}
        onSubmit={form.onSubmit}
        noValidate
        className="flex min-w-0 flex-col gap-8"
      >
        {(summary.length > 0 || problem) && (
          <ErrorSummary errors={summary} problem={problem && <p>{explainInvite(problem, t)}</p>} />
        )}
        <Person form={form} />
        <Sections form={form} />
        <Terms form={form} />
        <div className="flex flex-wrap gap-3">
          <Button name="intent" value="send" aria-disabled={pending}>
            {t(pending ? "sending" : "send")}
          </Button>
          <Button name="intent" value="preview" variant="secondary" aria-disabled={pending}>
            {t("preview")}
          </Button>
          <ButtonLink href={back} variant="quiet">
            {t("cancel")}
          </ButtonLink>
        </div>
      </form>
      {preview && <MailPreviewBlock preview={preview} />}
    </div>
  );
}

type Part = { form: ReturnType<typeof useServerForm<InviteValues, InviteState>> };

function Person({ form: { field, state } }: Part) {
  const t = useTranslations("invitations.form.person");
  return (
    <Fieldset id="person" legend={t("title")}>
      <Field label={t("name")} autoComplete="off" {...field("name")} />
      <Field
        label={t("email")}
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        warning={state.warnings.email}
        {...field("email")}
      />
      <SelectField label={t("language")} className="sm:max-w-64" {...field("language")}>
        <LanguageOptions />
      </SelectField>
    </Fieldset>
  );
}

function Sections({ form: { field, errorOf, state } }: Part) {
  const t = useTranslations("invitations.form.sections");
  const { defaultValue: _, ...addendum } = field("acceptsAddendum");
  return (
    <Fieldset id="fillers" legend={t("title")} hint={t("hint")} error={errorOf("fillers")}>
      <div className="grid gap-6 sm:grid-cols-2">
        {answerSteps.map((step) => (
          <SelectField key={step} label={stepTitles[step]} {...field(`fillers.${step}`)}>
            {fillers.map((filler) => (
              <option key={filler} value={filler}>
                {t(filler)}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <CheckboxField
        label={t("addendum")}
        hint={t("addendumHint")}
        defaultChecked={state.values.acceptsAddendum}
        {...addendum}
      />
    </Fieldset>
  );
}

function Terms({ form: { field } }: Part) {
  const t = useTranslations("invitations.form.terms");
  return (
    <Fieldset id="terms" legend={t("title")}>
      <TextAreaField
        label={t("message")}
        optional
        hint={t("messageHint", { max: MESSAGE_LENGTH_MAX })}
        rows={4}
        {...field("message")}
      />
      <Field
        label={t("dueOn")}
        type="date"
        optional
        hint={t("dueOnHint")}
        className="sm:max-w-64"
        {...field("dueOn")}
      />
      <Field
        label={t("lifetime")}
        inputMode="numeric"
        autoComplete="off"
        hint={t("lifetimeHint", { min: lifetime.min, max: lifetime.max })}
        className="max-w-24"
        {...field("lifetimeDays")}
      />
    </Fieldset>
  );
}
