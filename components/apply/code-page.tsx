"use client";

import { type ReactNode, useActionState } from "react";
import { sendOnce } from "@/components/send-once";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Field } from "@/components/ui/field";
import type { CodeProblem } from "@/lib/applicants/model";
import type { GiveCodeProblem } from "@/lib/handovers/model";
import { type Answered, Press } from "./press";

export type CodeState = {
  problem: Extract<
    CodeProblem | GiveCodeProblem,
    { code: "malformed" | "wrong" | "over" | "locked" }
  >;
  /** The page that came back without JavaScript says it as well. */
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
  const [state, action, pending] = useActionState(give, initial);
  const error = state && explain(state.problem);

  return (
    <div className="flex max-w-narrow flex-col gap-6">
      {error && <ErrorSummary key={error} errors={[{ href: "#code", message: error }]} />}
      <h1>Enter the code we sent you</h1>
      <p>
        We sent a code to {address}. It works for 10 minutes. This is asked once on each device.
      </p>
      <form
        action={action}
        onSubmit={sendOnce(action, pending)}
        noValidate
        className="flex flex-col gap-6"
      >
        <Field
          label="Six-digit code"
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          className="max-w-48 tabular-nums"
          error={error ?? undefined}
        />
        <Button aria-disabled={pending} className="min-w-32 self-start">
          Continue
        </Button>
      </form>
      <div className="flex flex-col gap-3">
        <p className="text-muted">Nothing there? Look into the folder for spam, too.</p>
        <Press action={resend} label="Send another code" variant="secondary" />
      </div>
      {children}
    </div>
  );
}

function explain(problem: NonNullable<CodeState>["problem"]): string {
  switch (problem.code) {
    case "malformed":
      return "Enter the six digits of the code";
    case "wrong":
      return `This is not the code of the newest mail. ${triesLeft(problem.triesLeft)}`;
    case "over":
      return "This code does not work any more. Send another code";
    case "locked":
      return "This was the fifth wrong code, so the link is locked. Ask the company that sent it for a new one";
  }
}

function triesLeft(tries: number): string {
  return tries === 1 ? "One try is left" : `${tries} tries are left`;
}
