"use client";

import { RefreshCw } from "lucide-react";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import type { CheckError } from "@/lib/customers/model";
import { describeStatus } from "@/lib/statuses/model";
import { explainCheck } from "./problem-texts";
import { TechnicalDetails } from "./technical-details";

export type CheckState = { status: string } | { error: CheckError } | null;

/** Asks Plaid at once; says what it answered, or when it can be asked again. */
export function CheckNow({
  check,
  label = "Check now",
}: {
  label?: string;
  check: (state: CheckState, form: FormData) => Promise<CheckState>;
}) {
  const [state, action, pending] = useActionState(check, null);
  return (
    <>
      <form action={action}>
        <Button variant="plain" aria-disabled={pending}>
          <RefreshCw aria-hidden="true" size={16} />
          {label}
        </Button>
      </form>
      <div role="status" className="min-w-0">
        {pending ? "Asking Plaid…" : state && <Answer state={state} />}
      </div>
    </>
  );
}

function Answer({ state }: { state: NonNullable<CheckState> }) {
  if ("status" in state) return <p>Plaid says: {describeStatus(state.status).label}</p>;
  const { title, text, problem } = explainCheck(state.error);
  return (
    <>
      <p>
        {title}. {text}
      </p>
      {problem && <TechnicalDetails problem={problem} />}
    </>
  );
}
