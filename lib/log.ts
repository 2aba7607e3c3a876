import "server-only";
import { pino } from "pino";
import { logLevel } from "@/lib/env";
import { singleton } from "@/lib/singleton";

/**
 * Structured logs: one event, one JSON line, identifiers and codes only. Errors go through
 * `describeFailure`, because drizzle prints parameters and the SDK prints credentials.
 */
export const log = singleton("log", () => pino({ level: logLevel(), base: { app: "vestibule" } }));

/** What may be written down about a failure: kinds and codes, no message that could quote a person. */
export function describeFailure(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { name: typeof error };
  const described: Record<string, string> = { name: error.name };
  for (const source of [error, error.cause]) {
    for (const field of ["code", "kind", "requestId", "constraint_name", "responseCode"]) {
      const value = source instanceof Error ? Reflect.get(source, field) : undefined;
      if (typeof value === "string" || typeof value === "number")
        described[field] ??= String(value);
    }
  }
  const frame = error.stack?.split("\n").find((line) => line.trim().startsWith("at "));
  if (frame) described.at = frame.trim();
  return described;
}
