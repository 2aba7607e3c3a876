"use client";

import { useActionState } from "react";
import { TechnicalDetails } from "@/components/acts/technical-details";
import { Button } from "@/components/ui/button";
import { RefreshCw } from "@/components/ui/icons";
import type { PlaidProblem } from "@/lib/partner-api/model";

/** What Plaid answered, or why it was not asked. */
export type CheckAnswer = { text: string; problem?: PlaidProblem | undefined };

/** Asks Plaid at once; says what it answered, or when it can be asked again. */
export function CheckNow({
  check,
  label,
  busy,
}: {
  label: string;
  /** Said while Plaid is asked. */
  busy: string;
  check: (last: CheckAnswer | null, form: FormData) => Promise<CheckAnswer | null>;
}) {
  const [answer, action, pending] = useActionState(check, null);
  return (
    <>
      <form action={action}>
        <Button variant="plain" aria-disabled={pending}>
          <RefreshCw />
          {label}
        </Button>
      </form>
      <div role="status" className="min-w-0">
        {pending ? busy : answer && <Answer {...answer} />}
      </div>
    </>
  );
}

function Answer({ text, problem }: CheckAnswer) {
  return (
    <>
      <p>{text}</p>
      {problem && <TechnicalDetails problem={problem} />}
    </>
  );
}
