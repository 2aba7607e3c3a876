import "server-only";
import { TOO_MANY_WRITES } from "./model";
import { takeTry } from "./take";

type Received = Pick<Headers, "get">;

/** Requests that were counted: an action and the page that answers it are one. */
const counted = new WeakSet<Received>();

/** Read by `components/frame/service-problem.tsx`: the digest is all that reaches a browser. */
export class TooManyWritesError extends Error {
  override readonly name = "TooManyWritesError";
  readonly digest = TOO_MANY_WRITES;
}

/**
 * Counts a form or an action, by what `proxy.ts` says of the request. Routes have limits of their own.
 *
 * @throws TooManyWritesError before anything was changed.
 */
export async function countWrite(who: string, received: Received): Promise<void> {
  if (received.get("x-method") !== "POST" || counted.has(received)) return;
  if (received.get("x-pathname")?.startsWith("/api/")) return;
  counted.add(received);
  const taken = await takeTry("write", who);
  if (!taken.ok) throw new TooManyWritesError("Too many changes within a minute");
}
