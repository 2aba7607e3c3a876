"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { signInAgain } from "@/components/acts/explanation";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { ErrorSummary, itemsOf } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import type { Translate } from "@/lib/languages/model";
import type { InviteError } from "@/lib/team/model";
import { roleOptions } from "./role-form";

type Typed = { name: string; email: string; role: string };

export type InvitePersonState = { typed: Typed; error: InviteError | null };

type Props = {
  /** Whether the link is mailed, or handed over by whoever invites. */
  mails: boolean;
  invite: (state: InvitePersonState, form: FormData) => Promise<InvitePersonState>;
};

const blank: InvitePersonState = { typed: { name: "", email: "", role: "viewer" }, error: null };

export function InvitePersonForm({ mails, invite }: Props) {
  const t = useTranslations("team.invite.form");
  const acts = useTranslations("acts");
  const [{ typed, error }, action, pending] = useActionState(invite, blank);
  const errors = errorsOf(error, t);
  const summary = itemsOf(errors);
  return (
    <div className="flex max-w-reading flex-col gap-6">
      {summary.length > 0 && <ErrorSummary errors={summary} />}
      {error?.code === "sign_in_again" && (
        <Outcome {...signInAgain(t("undone"), t("again"), acts)} />
      )}
      <PendingForm
        action={action}
        pending={pending}
        label={t(mails ? "send" : "make")}
        busy={t("busy")}
      >
        {/* Made anew with each answer, so that what was typed stays also without JavaScript. */}
        <div key={JSON.stringify([typed, error])} className="flex flex-col gap-6">
          <Field
            label={t("name")}
            name="name"
            autoComplete="off"
            defaultValue={typed.name}
            error={errors.name}
          />
          <Field
            label={t("email")}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            defaultValue={typed.email}
            error={errors.email}
          />
          <RadioGroup
            legend={t("role")}
            name="role"
            options={roleOptions}
            defaultValue={typed.role}
            error={errors.role}
          />
        </div>
      </PendingForm>
    </div>
  );
}

function errorsOf(
  error: InviteError | null,
  t: Translate<"team.invite.form">,
): Partial<Record<keyof Typed, string>> {
  switch (error?.code) {
    case "malformed":
      return Object.fromEntries(error.fields.map((field) => [field, t(`errors.${field}`)]));
    case "taken":
      return { email: t("errors.taken", { name: error.name }) };
    default:
      return {};
  }
}
