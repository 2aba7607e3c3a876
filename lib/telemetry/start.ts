import "server-only";
import { env } from "@/lib/env";
import { singleton } from "@/lib/singleton";
import type { Telemetry } from "./sdk";

/** Loads OpenTelemetry where a variable asks for it, before anything else begins; else does nothing. */
export async function startTelemetry(role: "portal" | "worker"): Promise<void> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: collector, METRICS_TOKEN: token } = env();
  if (!collector && !token) return;
  const { startSdk } = await import("./sdk");
  singleton("telemetry", () => startSdk(role));
}

/** Sends what is not sent yet. */
export async function stopTelemetry(): Promise<void> {
  await telemetry()?.flush();
}

/** Undefined where nothing asks for it. */
export function telemetry(): Telemetry | undefined {
  return singleton<Telemetry | undefined>("telemetry", () => undefined);
}
