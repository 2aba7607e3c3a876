import "server-only";
import { createHash } from "node:crypto";
import { publicOrigin } from "@/lib/env";
import { keyed } from "@/lib/keyed";

type Linked = { id: string; version: number };

/** The token of an invitation, made again whenever its link is shown or mailed: none is kept. */
function invitationToken({ id, version }: Linked): string {
  return keyed("invitation", `${id}:${version}`);
}

export function invitationUrl(invitation: Linked): string {
  return new URL(`/apply/${invitationToken(invitation)}`, publicOrigin()).href;
}

/** What an invitation is found by. */
export function invitationTokenHash(invitation: Linked): string {
  return tokenHash(invitationToken(invitation));
}

/** What a token that was presented is looked up by. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
