import "server-only";
import { type DestinationStream, type LoggerOptions, pino } from "pino";
import { logLevel } from "./env";
import { logContext } from "./log-context";
import { singleton } from "./singleton";

/** Never written, wherever in the first two levels of an event they stand. */
const withheld = [
  "email",
  "recipient",
  "token",
  "secret",
  "password",
  "cookie",
  "authorization",
  "headers",
  "body",
];

/**
 * Structured logs: one event, one JSON line, identifiers and codes only. Errors go through
 * `describeFailure`, because drizzle prints parameters and the SDK prints credentials.
 */
export const log = singleton("log", () => createLog(logLevel()));

export function createLog(level: string, destination?: DestinationStream) {
  const options: LoggerOptions = {
    level,
    base: { app: "vestibule" },
    mixin: () => ({ ...logContext() }),
    redact: { paths: withheld.flatMap((name) => [name, `*.${name}`]), censor: "withheld" },
    hooks: {
      logMethod([event, ...more], write) {
        write.apply(this, [withoutErrors(event), ...more] as Parameters<typeof write>);
      },
      streamWrite: escapeControls,
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** An error that is given as such would be written with its words. */
function withoutErrors(event: unknown): unknown {
  if (event instanceof Error) return { failure: describeFailure(event) };
  if (typeof event !== "object" || event === null) return event;
  return Object.fromEntries(
    Object.entries(event).map(([key, value]) => [
      key,
      value instanceof Error ? describeFailure(value) : value,
    ]),
  );
}

/** JSON lets through what some terminals and viewers take for a command or for the end of a line. */
function escapeControls(line: string): string {
  return line.replaceAll(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

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
