import "server-only";
import { timingSafeEqual } from "node:crypto";
import { publicOrigin } from "@/lib/env";
import { keyed } from "@/lib/keyed";
import { type Stoppable, stoppableKinds } from "./model";

/** Where a kind of mail is stopped: a page for people, and the address their mail program posts to. */
export function stopLinks(what: Stoppable): { href: string; post: string } {
  const token = tokenOf(what);
  return {
    href: new URL(`/unsubscribe/${token}`, publicOrigin()).href,
    post: new URL(`/api/unsubscribe/${token}`, publicOrigin()).href,
  };
}

/** What a token stops; undefined for one that was not made here. */
export function readStopToken(token: string): Stoppable | undefined {
  const [kind, id] = token.split(".");
  const known = stoppableKinds.find((one) => one === kind);
  if (!known || !id) return undefined;
  const given = Buffer.from(token);
  const right = Buffer.from(tokenOf({ kind: known, id }));
  return given.length === right.length && timingSafeEqual(given, right)
    ? { kind: known, id }
    : undefined;
}

/** Says what it stops and proves that we said so: nothing of it is kept. */
function tokenOf({ kind, id }: Stoppable): string {
  return `${kind}.${id}.${keyed("unsubscribe", `${kind}:${id}`)}`;
}
