import "server-only";
import { SpanKind, trace } from "@opentelemetry/api";
import { PostgresJsPreparedQuery } from "drizzle-orm/postgres-js";
import { instruments } from "./instruments";
import { inSpan } from "./spans";

const operations = ["select", "insert", "update", "delete", "with"];

/** drizzle tells of a statement before it runs and never after: its `execute` is wrapped, once. */
export function traceQueries(): void {
  const { prototype } = PostgresJsPreparedQuery;
  const { execute } = prototype;
  prototype.execute = function (...given) {
    return traced(String(Reflect.get(this, "queryString")), () => execute.apply(this, given));
  };
}

/** The text has a number in place of each value. */
async function traced<T>(text: string, run: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const operation = operationOf(text);
  let outcome = "failed";
  try {
    const rows = await inTrace(text, operation, run);
    outcome = "ok";
    return rows;
  } finally {
    const took = (performance.now() - startedAt) / 1_000;
    instruments().queries.record(took, { "db.operation.name": operation, outcome });
  }
}

/** Statements outside of a request or a job, as the loop's look for work, begin no trace. */
function inTrace<T>(text: string, operation: string, run: () => Promise<T>): Promise<T> {
  if (!trace.getActiveSpan()?.isRecording()) return run();
  const attributes = {
    "db.system.name": "postgresql",
    "db.operation.name": operation,
    "db.query.text": text,
  };
  return inSpan(`SQL ${operation}`, { kind: SpanKind.CLIENT, attributes }, run);
}

function operationOf(text: string): string {
  const [word = ""] = text.trimStart().split(/\s/, 1);
  return operations.find((one) => one === word.toLowerCase()) ?? "other";
}
