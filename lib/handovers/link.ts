import "server-only";
import { publicOrigin } from "@/lib/env";
import { tokenHash } from "@/lib/invitations/link";
import { keyed } from "@/lib/keyed";

/** Made again from the id whenever it is mailed: none is kept. */
function handoverToken(id: string): string {
  return keyed("handover", id);
}

export function handoverUrl(id: string): string {
  return new URL(`/handover/${handoverToken(id)}`, publicOrigin()).href;
}

export function handoverTokenHash(id: string): string {
  return tokenHash(handoverToken(id));
}
