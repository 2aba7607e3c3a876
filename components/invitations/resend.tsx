"use client";

import { useActionState } from "react";
import { Outcome } from "@/components/customers/outcome";
import { Button } from "@/components/ui/button";
import type { LinkProblem } from "@/lib/invitations/model";
import { dayOf } from "@/lib/time/model";
import { explainLink } from "./texts";

export type ResendState =
  | { sent: { email: string; expiresAt: string } }
  | { problem: LinkProblem }
  | null;

/** The same link by another mail; says until when it works now. */
export function Resend({
  resend,
}: {
  resend: (state: ResendState, form: FormData) => Promise<ResendState>;
}) {
  const [state, action, pending] = useActionState(resend, null);
  return (
    <>
      <form action={action}>
        <Button variant="secondary" aria-disabled={pending}>
          {pending ? "Sending…" : "Resend"}
        </Button>
      </form>
      <p role="status" className="order-last basis-full text-muted text-sm empty:hidden">
        {state && "sent" in state && !pending
          ? `Sent again to ${state.sent.email}. The same link works until ${dayOf(state.sent.expiresAt)}.`
          : ""}
      </p>
      {state && "problem" in state && <Outcome {...explainLink(state.problem)} />}
    </>
  );
}
