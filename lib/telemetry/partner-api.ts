import "server-only";
import { SpanKind } from "@opentelemetry/api";
import { inSpan, markFailed } from "./spans";

type Outcome = { ok: true } | { ok: false; error: { code: string; kind: string } };

/** One try of one call. Plaid is sent nothing of the trace. */
export function traceCall<T extends Outcome>(endpoint: string, call: () => Promise<T>): Promise<T> {
  const attributes = { "vestibule.partner_api.endpoint": endpoint };
  const options = { kind: SpanKind.CLIENT, attributes };
  return inSpan(`Partner API ${endpoint}`, options, async (span) => {
    const outcome = await call();
    span.setAttribute("vestibule.outcome", outcome.ok ? "ok" : outcome.error.kind);
    if (!outcome.ok) markFailed(span, outcome.error.code);
    return outcome;
  });
}
