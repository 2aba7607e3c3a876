import type { Instrumentation } from "next";

export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: only this very expression keeps what follows out of the edge build.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { boot, requireVariables } = await import("@/lib/boot");
  const { startTelemetry } = await import("@/lib/telemetry/start");
  requireVariables();
  await startTelemetry("portal");
  boot();
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { describeFailure, log } = await import("@/lib/log");
  const { logContext } = await import("@/lib/log-context");
  const { isConnectionFailure } = await import("@/lib/outage");
  const answering = logContext();
  if (answering && isConnectionFailure(error)) answering.away = true;
  log.error(
    {
      method: request.method,
      route: context.routePath,
      requestId: request.headers["x-request-id"],
      digest: error instanceof Error ? Reflect.get(error, "digest") : undefined,
      failure: describeFailure(error),
    },
    "request failed",
  );
};
