"use client";

import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import type { RemoveError } from "@/lib/customers/model";
import { Outcome } from "./outcome";
import { PendingForm } from "./pending-form";
import { explainRemove } from "./problem-texts";
import { RemoveConsequences, TypedName } from "./remove-consequences";
import { useAnsweredAction } from "./use-answered-action";
import { useHydrated } from "./use-hydrated";

export type RemovalError = RemoveError | { code: "name_differs" };
export type RemoveAction = (
  state: RemovalError | null,
  form: FormData,
) => Promise<RemovalError | null>;

export function RemovePanel({
  id,
  company,
  sent,
  remove,
}: {
  id: string;
  company: string;
  /** Plaid knows it, so it has keys that stop working. */
  sent: boolean;
  remove: RemoveAction;
}) {
  const hydrated = useHydrated();
  const { error, answers, run, pending } = useAnsweredAction(remove);
  return (
    <div className="flex flex-col items-start gap-4">
      {error && <Outcome key={`outcome ${answers}`} {...explainRemove(error)} />}
      {!hydrated && (
        <form action={`/customers/${id}/remove`}>
          <Button variant="secondary">Remove customer</Button>
        </form>
      )}
      {hydrated && (
        <ConfirmDialog
          key={`dialog ${answers}`}
          trigger="Remove customer"
          triggerVariant="secondary"
          title={`Remove ${company}?`}
          safeLabel="Keep it"
          confirm={
            <PendingForm
              action={run}
              pending={pending}
              label="Remove customer"
              busy="Removing…"
              variant="danger"
            >
              {sent && <TypedName company={company} />}
            </PendingForm>
          }
        >
          <RemoveConsequences sent={sent} />
        </ConfirmDialog>
      )}
    </div>
  );
}
