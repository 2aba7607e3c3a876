import "server-only";
import { PrometheusSerializer } from "@opentelemetry/exporter-prometheus";
import type { MetricData, ResourceMetrics } from "@opentelemetry/sdk-metrics";

/** Prometheus wants the unit in the name, and the serializer leaves it out. */
const endings: Record<string, string> = { s: ".seconds", By: ".bytes" };

const withoutScope = new PrometheusSerializer(undefined, false, undefined, false, true);

export function toPrometheusText({ resource, scopeMetrics }: ResourceMetrics): string {
  const named = scopeMetrics.map(({ scope, metrics }) => ({
    scope,
    metrics: metrics.map(withUnit),
  }));
  return withoutScope.serialize({ resource, scopeMetrics: named });
}

function withUnit(metric: MetricData): MetricData {
  const { descriptor } = metric;
  const name = `${descriptor.name}${endings[descriptor.unit] ?? ""}`;
  return { ...metric, descriptor: { ...descriptor, name } };
}
