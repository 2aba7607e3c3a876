"use client";

import { useActionState } from "react";
import { Outcome } from "@/components/customers/outcome";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { type RunError, type RunView, stageOf } from "@/lib/runs/model";
import { explainRun } from "./texts";

/** Whatever the form's pressed button says in `intent`. */
export type ControlRun = (state: RunError | null, form: FormData) => Promise<RunError | null>;

/** Pause, go on, try again, and the results to take along. */
export function RunControls({
  run,
  yours,
  control,
}: {
  run: RunView;
  /** Whether the reader started it: it goes on in nobody else's name. */
  yours: boolean;
  control: ControlRun;
}) {
  const [error, action, pending] = useActionState(control, null);
  const stage = stageOf(run);
  const buttons = [
    { intent: "pause", label: "Pause", shown: stage === "running" },
    { intent: "resume", label: "Resume", shown: stage === "paused" && yours },
    {
      intent: "retry",
      label: "Retry failed",
      shown: run.counts.failed > 0 && yours && stage === "finished",
    },
  ].filter(({ shown }) => shown);
  return (
    <div className="flex flex-col gap-3">
      {error && <Outcome {...explainRun(error)} />}
      <form action={action} className="flex flex-wrap gap-3">
        {buttons.map(({ intent, label }) => (
          <Button
            key={intent}
            name="intent"
            value={intent}
            variant="secondary"
            aria-disabled={pending}
            onClick={(event) => pending && event.preventDefault()}
          >
            {label}
          </Button>
        ))}
        <ButtonLink variant="secondary" href={`/runs/${run.id}/results`} prefetch={false}>
          Download results (CSV)
        </ButtonLink>
      </form>
      {!yours && (stage === "paused" || run.counts.failed > 0) && (
        <p className="text-muted">
          It acts in the name of {run.person.name}, who alone can make it go on.
        </p>
      )}
    </div>
  );
}
