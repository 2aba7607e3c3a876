"use client";

import { useActionState } from "react";
import type { Explanation } from "@/components/acts/explanation";
import { Outcome } from "@/components/acts/outcome";
import { Button } from "@/components/ui/button";

export type ResendState = { sent: string } | { told: Explanation } | null;

/** The same link by another mail; says until when it works now. */
export function Resend({
  words,
  resend,
}: {
  words: Record<"resend" | "resending", string>;
  resend: (state: ResendState, form: FormData) => Promise<ResendState>;
}) {
  const [state, action, pending] = useActionState(resend, null);
  return (
    <>
      <form action={action}>
        <Button variant="secondary" aria-disabled={pending}>
          {pending ? words.resending : words.resend}
        </Button>
      </form>
      <p role="status" className="order-last basis-full text-muted text-sm empty:hidden">
        {state && "sent" in state && !pending ? state.sent : ""}
      </p>
      {state && "told" in state && <Outcome {...state.told} />}
    </>
  );
}
