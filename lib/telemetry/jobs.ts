import "server-only";
import { SpanKind } from "@opentelemetry/api";
import { logContext } from "@/lib/log-context";
import { instruments } from "./instruments";
import { inSpan, markFailed } from "./spans";

type Job = {
  source: string;
  /** The trace that asked for it; null begins one. */
  parent: string | null;
};

/** `later`: what it needs is away. `failed`: the row itself is at fault. */
export type JobOutcome = "done" | "later" | "failed";

/** A job in its trace, counted by what came of it. */
export function traceJob({ source, parent }: Job, work: () => Promise<JobOutcome>): Promise<void> {
  const attributes = {
    "vestibule.job.source": source,
    "vestibule.request_id": logContext()?.requestId,
  };
  const kind = SpanKind.CONSUMER;
  return inSpan(`job ${source}`, { parent, kind, attributes }, async (span) => {
    const startedAt = performance.now();
    const outcome = await work();
    span.setAttribute("vestibule.outcome", outcome);
    if (outcome === "failed") markFailed(span, outcome);
    instruments().jobs.record((performance.now() - startedAt) / 1_000, { source, outcome });
  });
}
