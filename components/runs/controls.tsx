"use client";

import { useTranslations } from "next-intl";
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
  const t = useTranslations("runs.controls");
  const [told, action, pending] = useActionState(control, null);
  const next = nextOf(run, yours);
  return (
    <div className="flex flex-col gap-3">
      {told && <Outcome {...told} />}
      <form action={action} className="flex flex-wrap items-center gap-x-6 gap-y-3">
        {next && (
          <Button
            name="intent"
            value={next}
            variant="secondary"
            aria-disabled={pending}
            onClick={(event) => pending && event.preventDefault()}
          >
            {t(next)}
          </Button>
        )}
        <PageLink href={`/runs/${run.id}/results`}>{t("download")}</PageLink>
      </form>
      {!yours && (run.pausedAt !== null || run.counts.failed > 0) && (
        <p className="text-muted">{t("notYours", { name: run.person.name })}</p>
      )}
    </div>
  );
}

/** One button for what can be done now, so that the focus stays on it while its words change. */
function nextOf(run: RunView, yours: boolean): "pause" | "resume" | "retry" | null {
  const stage = stageOf(run);
  if (stage === "running") return "pause";
  if (!yours) return null;
  if (stage === "paused") return "resume";
  return run.counts.failed > 0 ? "retry" : null;
}
