"use client";

import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import type { EnableError } from "@/lib/customers/model";
import { canEnable } from "@/lib/statuses/model";
import { EnableConsequences } from "./enable-consequences";
import { Outcome } from "./outcome";
import { PendingForm } from "./pending-form";
import { explainEnable } from "./problem-texts";
import { useAnsweredAction } from "./use-answered-action";
import { useHydrated } from "./use-hydrated";

export type EnableAction = (
  state: EnableError | null,
  form: FormData,
) => Promise<EnableError | null>;

/** The button, the question before it, and what came of it when it did not work. */
export function EnablePanel({
  id,
  company,
  status,
  enable,
}: {
  id: string;
  company: string;
  status: string;
  enable: EnableAction;
}) {
  const hydrated = useHydrated();
  const { error, answers, run, pending } = useAnsweredAction(enable);
  return (
    <div className="flex flex-col items-start gap-4">
      {error && <Outcome key={`outcome ${answers}`} {...explainEnable(error, company)} />}
      {canEnable(status) && !hydrated && (
        <form action={`/customers/${id}/enable`}>
          <Button>Enable in Production</Button>
        </form>
      )}
      {canEnable(status) && hydrated && (
        <ConfirmDialog
          key={`dialog ${answers}`}
          trigger="Enable in Production"
          title={`Enable ${company} in Production?`}
          safeLabel="Not now"
          confirm={
            <PendingForm
              action={run}
              pending={pending}
              label="Enable in Production"
              busy="Enabling…"
            />
          }
        >
          <EnableConsequences />
        </ConfirmDialog>
      )}
    </div>
  );
}
