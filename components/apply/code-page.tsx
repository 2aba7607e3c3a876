"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import { sendOnce } from "@/components/ui/send-once";
import type { CodeProblem } from "@/lib/applicants/model";
import type { GiveCodeProblem } from "@/lib/handovers/model";
import { type Answered, Press } from "./press";

export type CodeState = {
  problem: Extract<
    CodeProblem | GiveCodeProblem,
    { code: "malformed" | "wrong" | "over" | "locked" }
  >;
} | null;

type Props = {
  /** Enough of the address to recognise it. */
  address: string;
  initial: CodeState;
  give: (state: CodeState, form: FormData) => Promise<CodeState>;
  resend: (state: Answered, form: FormData) => Promise<Answered>;
  /** For whom none of this is. */
  children?: ReactNode;
};

export function CodePage({ address, initial, give, resend, children }: Props) {
  const t = useTranslations("apply.code");
  const [state, action, pending] = useActionState(give, initial);
  const problem = state?.problem;
  const tries = problem?.code === "wrong" ? problem.triesLeft : 0;
  const error = problem && t(problem.code, { tries });

  return (
    <div className="flex max-w-narrow flex-col gap-6">
      {error && <ErrorSummary key={error} errors={[{ href: "#code", message: error }]} />}
      <h1>{t("title")}</h1>
      <p>{t("sent", { address })}</p>
      <form
        action={action}
        onSubmit={sendOnce(action, pending)}
        noValidate
        className="flex flex-col gap-6"
      >
        <Field
          label={t("label")}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          className="max-w-48 tabular-nums"
          error={error}
        />
        <Button aria-disabled={pending} className="min-w-32 self-start">
          {t("continue")}
        </Button>
      </form>
      <div className="flex flex-col gap-3">
        <p className="text-muted">{t("spam")}</p>
        <Press action={resend} label={t("another")} variant="secondary" />
      </div>
      {children}
    </div>
  );
}
