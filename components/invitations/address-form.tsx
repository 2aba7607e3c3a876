"use client";

import type { Route } from "next";
import { useTranslations } from "next-intl";
import { useServerForm } from "@/components/onboarding/use-server-form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import type { AddressState } from "@/lib/invitations/model";
import { explainLink } from "./texts";

/** The same person at another address: a new link, and the old one is worth nothing. */
export function AddressForm({
  initial,
  change,
  back,
}: {
  initial: AddressState;
  change: (state: AddressState, form: FormData) => Promise<AddressState>;
  back: Route;
}) {
  const t = useTranslations("invitations.addressForm");
  const told = useTranslations("invitations.told");
  const { state, action, onSubmit, summary, pending, field } = useServerForm<
    AddressState["values"],
    AddressState
  >({ blank: initial.values, initial, save: change });
  const problem = state.problem && explainLink(state.problem, told);
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="flex max-w-form flex-col gap-6">
      {(summary.length > 0 || problem) && (
        <ErrorSummary
          errors={summary}
          problem={
            problem && (
              <p>
                {problem.title}. {problem.text}
              </p>
            )
          }
        />
      )}
      <Field
        label={t("email")}
        type="email"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...field("email")}
      />
      <div className="flex flex-wrap gap-3">
        <Button aria-disabled={pending}>{t(pending ? "sending" : "send")}</Button>
        <ButtonLink href={back} variant="quiet">
          {t("cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}
