import "server-only";
import { type Action, type Actor, may } from "./model";

export class ForbiddenError extends Error {
  override readonly name = "ForbiddenError";
}

/** First line of every domain function. The system acts only through functions that need no permission. */
export function authorize(actor: Actor, action: Action): void {
  if (!may(actor, action)) throw new ForbiddenError(`${actor.kind} may not ${action}`);
}
