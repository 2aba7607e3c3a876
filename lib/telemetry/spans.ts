import "server-only";
import {
  type Attributes,
  context,
  propagation,
  ROOT_CONTEXT,
  type Span,
  type SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { describeFailure } from "@/lib/log";

type Options = {
  kind?: SpanKind;
  attributes?: Attributes;
  /** A `traceparent` to go on from; null begins a trace. Left out: where the caller stands. */
  parent?: string | null;
};

/** Does nothing beyond `work` while tracing is off. What fails is told by its kind, never by its words. */
export function inSpan<T>(
  name: string,
  { parent, ...options }: Options,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  const from = parent === undefined ? context.active() : contextOf(parent);
  return trace.getTracer("vestibule").startActiveSpan(name, options, from, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      const { code, name: kind = "unknown" } = describeFailure(error);
      markFailed(span, code ?? kind);
      throw error;
    } finally {
      span.end();
    }
  });
}

export function markFailed(span: Span, type: string): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute("error.type", type);
}

/** Where this trace stands, as W3C Trace Context writes it; undefined while tracing is off. */
export function traceParent(): string | undefined {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}

function contextOf(parent: string | null) {
  return parent ? propagation.extract(ROOT_CONTEXT, { traceparent: parent }) : ROOT_CONTEXT;
}
