import "server-only";
import { describeFailure } from "./log";

/** Whether something was away (database, network): what Node, PostgreSQL and postgres.js call it. */
export function isConnectionFailure(error: unknown): boolean {
  const { code } = describeFailure(error);
  return code !== undefined && /^(E[A-Z]+|08...|57P..|CONNECTION_\w+|CONNECT_TIMEOUT)$/.test(code);
}
