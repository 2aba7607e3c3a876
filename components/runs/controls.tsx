"use client";

import { useActionState } from "react";
import type { Act } from "@/components/acts/explanation";
import { Outcome } from "@/components/acts/outcome";
import { Button } from "@/components/ui/button";
import { PageLink } from "@/components/ui/text-link";
import { type RunView, stageOf } from "@/lib/runs/model";

/** Pause, go on, try again, and the results to take along. */
export function RunControls({
  run,
  yours,
  control,
}: {
  run: RunView;
  /** Whether the reader started it: it goes on in nobody else's name. */
  yours: boolean;
  /** Whatever the form's pressed button says in `intent`. */
  control: Act;
}) {
  const [told, action, pending] = useActionState(control, null);
  const next = nextOf(run, yours);
  return (
    <div className="flex flex-col gap-3">
      {told && <Outcome {...told} />}
      <form action={action} className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {next && (
          <Button
            name="intent"
            value={next.intent}
            variant="secondary"
            aria-disabled={pending}
            onClick={(event) => pending && event.preventDefault()}
          >
            {next.label}
          </Button>
        )}
        <PageLink href={`/runs/${run.id}/results`}>Download results (CSV)</PageLink>
      </form>
      {!yours && (run.pausedAt !== null || run.counts.failed > 0) && (
        <p className="text-muted">
          It acts in the name of {run.person.name}, who alone can make it go on.
        </p>
      )}
    </div>
  );
}

/** One button for what can be done now, so that the focus stays on it while its words change. */
function nextOf(run: RunView, yours: boolean): { intent: string; label: string } | null {
  const stage = stageOf(run);
  if (stage === "running") return { intent: "pause", label: "Pause" };
  if (!yours) return null;
  if (stage === "paused") return { intent: "resume", label: "Resume" };
  return run.counts.failed > 0 ? { intent: "retry", label: "Retry failed" } : null;
}
