"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { sendOnce } from "@/components/ui/send-once";
import type { SubmitError } from "@/lib/drafts/model";
import { SubmitProblem } from "./submit-problem";

/** Null until something was sent or refused. A new array of no errors for each answer moves the focus. */
export type SubmitState = { error: SubmitError; errors: [] } | null;

/** Sends the draft. The server lets one submission through, however often it is pressed. */
export function SubmitForm({
  id,
  initial,
  submit,
  instead,
  children,
}: {
  id: string;
  initial: SubmitState;
  submit: (state: SubmitState, form: FormData) => Promise<SubmitState>;
  /** Why it cannot be sent now, in place of the button. */
  instead?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("wizard.submit");
  const [state, action, pending] = useActionState(submit, initial);

  return (
    <div className="flex flex-col gap-8">
      {state && (
        <ErrorSummary
          errors={state.errors}
          problem={<SubmitProblem id={id} error={state.error} />}
        />
      )}
      {children}
      {instead ?? (
        <form
          action={action}
          onSubmit={sendOnce(action, pending)}
          className="flex flex-wrap items-center gap-3"
        >
          <Button aria-disabled={pending} className="min-w-40">
            {t(pending ? "sending" : "send")}
          </Button>
          <span role="status" className="text-muted">
            {pending && t("wait")}
          </span>
        </form>
      )}
    </div>
  );
}
