import "server-only";
import os from "node:os";
import { context, metrics, propagation, SpanKind, trace } from "@opentelemetry/api";
import { AsyncLocalStorageContextManager } from "@opentelemetry/context-async-hooks";
import { setGlobalErrorHandler, W3CTraceContextPropagator } from "@opentelemetry/core";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { PrometheusExporter } from "@opentelemetry/exporter-prometheus";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import {
  AlwaysOffSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
  TracerProvider,
} from "@opentelemetry/sdk-trace";
import { env, isDevelopment } from "@/lib/env";
import { describeFailure, log } from "@/lib/log";
import { singleton } from "@/lib/singleton";
import manifest from "@/package.json";
import { observe } from "./gauges";
import { toPrometheusText } from "./prometheus";
import { withoutPeople } from "./redact";
import { makeRequestTracer } from "./requests";
import { traceQueries } from "./sql";

const COLLECT_MS = 5_000;
/** A collector that is away holds up no end for longer. */
const FLUSH_MS = 2_000;

export type Telemetry = {
  /** Every metric as Prometheus reads it. */
  scrape: () => Promise<string>;
  /** Sends what is not sent yet. */
  flush: () => Promise<void>;
};

/** One set of instruments, read by the collector and by Prometheus, and one trace provider. Called once. */
export function startSdk(role: "portal" | "worker"): Telemetry {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: collector } = env();
  const resource = describeProcess(role);
  setGlobalErrorHandler((error) => {
    log.warn({ failure: describeFailure(error) }, "telemetry was not sent");
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());

  const tracers = new TracerProvider({
    resource,
    sampler: beginningWithWork(new ParentBasedSampler({ root: rootSampler() })),
    spanProcessors: collector
      ? [new BatchSpanProcessor({ exporter: withoutPeople(new OTLPTraceExporter()) })]
      : [],
  });
  trace.setGlobalTracerProvider(tracers);
  if (collector) propagation.setGlobalPropagator(new W3CTraceContextPropagator());

  const prometheus = new PrometheusExporter({ preventServerStart: true });
  const { OTEL_METRIC_EXPORT_INTERVAL: exportIntervalMillis = 60_000 } = env();
  const meters = new MeterProvider({
    resource,
    readers: [
      prometheus,
      ...(collector
        ? [
            new PeriodicExportingMetricReader({
              exporter: new OTLPMetricExporter(),
              exportIntervalMillis,
            }),
          ]
        : []),
    ],
  });
  metrics.setGlobalMeterProvider(meters);

  observe();
  traceQueries();
  // `next dev` has no server of ours and no list of actions: requests are Next's own spans there.
  if (role === "portal" && !isDevelopment()) singleton("trace-request", makeRequestTracer);
  return {
    scrape: async () => {
      const { resourceMetrics } = await prometheus.collect({ timeoutMillis: COLLECT_MS });
      return toPrometheusText(resourceMetrics);
    },
    flush: async () => {
      const late = new Promise((resolve) => setTimeout(resolve, FLUSH_MS).unref());
      await Promise.race([Promise.allSettled([tracers.forceFlush(), meters.forceFlush()]), late]);
    },
  };
}

/** What runs here; the variables of OpenTelemetry have the last word. */
function describeProcess(role: string) {
  const own = {
    "service.name": "vestibule",
    "service.version": manifest.version,
    "service.instance.id": `${os.hostname()} ${process.pid}`,
    "vestibule.role": role,
  };
  const given = detectResources({ detectors: [envDetector] });
  return defaultResource().merge(resourceFromAttributes(own)).merge(given);
}

function rootSampler(): Sampler {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: collector, OTEL_TRACES_SAMPLER_ARG: share = 1 } = env();
  return collector ? new TraceIdRatioBasedSampler(share) : new AlwaysOffSampler();
}

/**
 * A trace begins with a request or a job, and with nothing that Next does between them. Requests are
 * recorded, sent or not: only a recorded span is told its route by Next.
 */
function beginningWithWork(sampler: Sampler): Sampler {
  return {
    shouldSample(from, traceId, name, kind, attributes, links) {
      const result = sampler.shouldSample(from, traceId, name, kind, attributes, links);
      if (trace.getSpan(from)) return result;
      if (kind === SpanKind.INTERNAL) return { decision: SamplingDecision.NOT_RECORD };
      const isNotSent = result.decision === SamplingDecision.NOT_RECORD;
      return kind === SpanKind.SERVER && isNotSent
        ? { ...result, decision: SamplingDecision.RECORD }
        : result;
    },
    toString: () => `BeginningWithWork{${sampler}}`,
  };
}
