import "server-only";
import type { Attributes } from "@opentelemetry/api";
import type { ReadableSpan, SpanExporter } from "@opentelemetry/sdk-trace";

/** Identifiers of ours, codes, patterns and statements: whatever else a library notes stays here. */
const told = [
  "http.request.method",
  "http.response.status_code",
  "http.route",
  "http.method",
  "http.status_code",
  "next.route",
  "next.rsc",
  "next.span_type",
  "db.system.name",
  "db.operation.name",
  "db.query.text",
  "error.type",
];

/** Sends spans without what could name a person or let somebody in: addresses, messages of errors. */
export function withoutPeople(exporter: SpanExporter): SpanExporter {
  return {
    export: (spans, done) => exporter.export(spans.map(reduced), done),
    forceFlush: () => exporter.forceFlush?.() ?? Promise.resolve(),
    shutdown: () => exporter.shutdown(),
  };
}

function reduced(span: ReadableSpan): ReadableSpan {
  const values = {
    name: nameOf(span),
    attributes: allowed(span.attributes),
    events: [],
    status: { code: span.status.code },
  };
  // The rest is the span's own.
  return Object.assign(Object.create(span), values);
}

/** Next names a fetch by its address. */
function nameOf({ name, attributes }: ReadableSpan): string {
  return attributes["next.span_type"] === "AppRender.fetch" ? "fetch" : name;
}

function allowed(attributes: Attributes): Attributes {
  return Object.fromEntries(
    Object.entries(attributes).filter(
      ([name]) => told.includes(name) || name.startsWith("vestibule."),
    ),
  );
}
