"use client";

import { type ReactNode, useActionState } from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useHydrated } from "@/components/ui/use-hydrated";
import type { Act, Explanation } from "./explanation";
import { Outcome } from "./outcome";
import { PendingForm } from "./pending-form";
import { useAnsweredAction } from "./use-answered-action";

/** Something that cannot be taken back, and what a person must know before it is done. */
export type Question = {
  title: string;
  consequences: ReactNode;
  /** What has to be typed with it. */
  fields?: ReactNode;
  safeLabel: string;
  label: string;
  busy: string;
  asking: ButtonVariant;
  doing: ButtonVariant;
};

/** The button, the question over the page, and what came of it. Without JavaScript the button leads to a page. */
export function AskInDialog({
  question,
  act,
  page,
  possible,
}: {
  question: Question;
  act: Act;
  /** Where the same question is asked on a page. */
  page: string;
  possible: boolean;
}) {
  const { label, title, asking, safeLabel, consequences } = question;
  const hydrated = useHydrated();
  const { told, answers, run, pending } = useAnsweredAction(act);
  return (
    <div className="flex flex-col items-start gap-4 empty:hidden">
      {told && <Outcome key={`outcome ${answers}`} {...told} />}
      {possible && !hydrated && (
        <form action={page}>
          <Button variant={asking}>{label}</Button>
        </form>
      )}
      {possible && hydrated && (
        <ConfirmDialog
          key={`dialog ${answers}`}
          trigger={label}
          triggerVariant={asking}
          title={title}
          safeLabel={safeLabel}
          confirm={(safe) => <Do {...{ question, action: run, pending, safe }} />}
        >
          {consequences}
        </ConfirmDialog>
      )}
    </div>
  );
}

/** The same words and the same action as a page of its own. */
export function AskOnPage({
  question,
  act,
  back,
  impossible,
}: {
  question: Question;
  act: Act;
  back: `/${"customers" | "onboardings"}/${string}`;
  /** Why it cannot be done, where it cannot, and what the way back is called. */
  impossible: (Explanation & { backLabel: string }) | null;
}) {
  const [told, action, pending] = useActionState(act, null);
  const safe = (
    <ButtonLink variant="secondary" href={back}>
      {impossible?.backLabel ?? question.safeLabel}
    </ButtonLink>
  );
  return (
    <div className="flex max-w-reading flex-col items-start gap-6">
      {told && <Outcome {...told} />}
      {!told && impossible && <Outcome {...impossible} />}
      {!impossible && question.consequences}
      {impossible ? safe : <Do {...{ question, action, pending, safe }} />}
    </div>
  );
}

function Do({
  question: { label, busy, doing, fields },
  action,
  pending,
  safe,
}: {
  question: Question;
  action: (form: FormData) => void;
  pending: boolean;
  safe: ReactNode;
}) {
  return (
    <PendingForm {...{ action, pending, label, busy, safe }} variant={doing}>
      {fields}
    </PendingForm>
  );
}
