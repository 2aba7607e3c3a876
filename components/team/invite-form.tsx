"use client";

import { useActionState } from "react";
import { signInAgain } from "@/components/acts/explanation";
import { Outcome } from "@/components/acts/outcome";
import { PendingForm } from "@/components/acts/pending-form";
import { ErrorSummary, itemsOf } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
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
  const [{ typed, error }, action, pending] = useActionState(invite, blank);
  const errors = errorsOf(error);
  const summary = itemsOf(errors);
  return (
    <div className="flex max-w-reading flex-col gap-6">
      {summary.length > 0 && <ErrorSummary errors={summary} />}
      {error?.code === "sign_in_again" && (
        <Outcome {...signInAgain("Nobody was invited", "Sign in again to invite an admin")} />
      )}
      <PendingForm
        action={action}
        pending={pending}
        label={mails ? "Send invitation" : "Make the link"}
        busy="Inviting…"
      >
        {/* Made anew with each answer, so that what was typed stays also without JavaScript. */}
        <div key={JSON.stringify([typed, error])} className="flex flex-col gap-6">
          <Field
            label="Name"
            name="name"
            autoComplete="off"
            defaultValue={typed.name}
            error={errors.name}
          />
          <Field
            label="Email address"
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
            legend="Role"
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

const malformed: Record<keyof Typed, string> = {
  name: "Enter a name of up to 100 characters",
  email: "Enter an email address in the format name@company.com",
  role: "Choose a role",
};

function errorsOf(error: InviteError | null): Partial<Record<keyof Typed, string>> {
  switch (error?.code) {
    case "malformed":
      return Object.fromEntries(error.fields.map((field) => [field, malformed[field]]));
    case "taken":
      return { email: `${error.name} has this address already. Enter another one` };
    default:
      return {};
  }
}
