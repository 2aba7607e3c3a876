"use client";

import { type ReactNode, useActionState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { sendOnce } from "@/components/ui/send-once";

/** What a button's action answers where it leads nowhere else; a new object each time. */
export type Answered = { tone: "you" | "done"; title: string; more?: string } | null;

/** One button that does one thing, and says beside it what became of that. */
export function Press({
  action: perform,
  label,
  about,
  variant,
  children,
}: {
  action: (state: Answered, form: FormData) => Promise<Answered>;
  label: string;
  /** Read after the label, where several buttons have the same. */
  about?: string;
  variant?: ButtonVariant;
  children?: ReactNode;
}) {
  const [state, action, pending] = useActionState(perform, null);

  return (
    <form
      action={action}
      onSubmit={sendOnce(action, pending)}
      className="flex min-w-0 flex-col items-start gap-3"
    >
      {state && (
        <Banner
          tone={state.tone}
          role={state.tone === "done" ? "status" : "alert"}
          title={state.title}
        >
          {state.more && <p>{state.more}</p>}
        </Banner>
      )}
      {children}
      <Button variant={variant ?? "primary"} aria-disabled={pending} className="min-w-32">
        {label}
        {about && <span className="sr-only"> {about}</span>}
      </Button>
    </form>
  );
}
