import type { ReadableSpan } from "@opentelemetry/sdk-trace";
import {
  InMemorySpanExporter,
  SimpleSpanProcessor,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { expect, test } from "vitest";
import { withoutPeople } from "./redact";

function exported(make: (tracer: ReturnType<TracerProvider["getTracer"]>) => void): ReadableSpan[] {
  const exporter = new InMemorySpanExporter();
  const processor = new SimpleSpanProcessor({ exporter: withoutPeople(exporter) });
  make(new TracerProvider({ spanProcessors: [processor] }).getTracer("test"));
  return exporter.getFinishedSpans();
}

test("only what is on the list leaves the process", () => {
  const [span] = exported((tracer) => {
    const made = tracer.startSpan("GET /apply/[token]", {
      attributes: {
        "http.route": "/apply/[token]",
        "http.target": "/apply/planted?email=planted",
        "http.url": "https://planted",
        "vestibule.job.source": "mails",
        "user.name": "planted",
      },
    });
    made.recordException(new Error("planted"));
    made.setStatus({ code: 2, message: "planted" });
    made.addEvent("planted");
    made.end();
  });
  expect(span?.attributes).toEqual({
    "http.route": "/apply/[token]",
    "vestibule.job.source": "mails",
  });
  expect(span?.events).toEqual([]);
  expect(span?.status).toEqual({ code: 2 });
  expect(span?.name).toBe("GET /apply/[token]");
  expect(span?.spanContext().traceId).toMatch(/^[0-9a-f]{32}$/);
});

test("a fetch of Next's is not named by its address", () => {
  const [span] = exported((tracer) => {
    const attributes = { "next.span_type": "AppRender.fetch" };
    tracer.startSpan("fetch GET https://planted", { attributes }).end();
  });
  expect(span?.name).toBe("fetch");
});
