import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { singleton } from "./singleton";

type LogContext = {
  requestId: string;
  /** Something it needs does not answer: `scripts/serve.mjs` answers 503 where Next says 500. */
  away?: boolean;
};

/** `scripts/serve.mjs` opens one for each request, under this very name. */
const context = singleton("log-context", () => new AsyncLocalStorage<LogContext>());

/** What every line of the log carries that is written now. */
export function logContext(): LogContext | undefined {
  return context.getStore();
}

/** Lines written by `work`, and by what it begins, carry the id. */
export function withLogContext<T>(requestId: string, work: () => Promise<T>): Promise<T> {
  return context.run({ requestId }, work);
}
