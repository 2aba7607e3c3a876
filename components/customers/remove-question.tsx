"use client";

import { useActionState } from "react";
import { ButtonLink } from "@/components/ui/button";
import { Outcome } from "./outcome";
import { PendingForm } from "./pending-form";
import { explainRemove } from "./problem-texts";
import { RemoveConsequences, TypedName } from "./remove-consequences";
import type { RemoveAction } from "./remove-panel";

/** The question as a page of its own: the same words and the same action without JavaScript. */
export function RemoveQuestion({
  id,
  company,
  sent,
  remove,
}: {
  id: string;
  company: string;
  sent: boolean;
  remove: RemoveAction;
}) {
  const [error, action, pending] = useActionState(remove, null);
  return (
    <div className="flex max-w-reading flex-col items-start gap-4">
      {error && <Outcome {...explainRemove(error)} />}
      <RemoveConsequences sent={sent} />
      <div className="flex flex-wrap items-end gap-3">
        <ButtonLink variant="secondary" href={`/customers/${id}`}>
          Keep it
        </ButtonLink>
        <PendingForm
          action={action}
          pending={pending}
          label="Remove customer"
          busy="Removing…"
          variant="danger"
        >
          {sent && <TypedName company={company} />}
        </PendingForm>
      </div>
    </div>
  );
}
