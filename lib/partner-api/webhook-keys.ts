import "server-only";
import { singleton } from "@/lib/singleton";
import type { WebhookKey } from "./answers";
import { fetchWebhookKey } from "./client";
import { PartnerApiError, silence } from "./errors";

const FRESH_MS = 60 * 60_000;
const UNKNOWN_MS = 60_000;
const ENTRIES_MAX = 1_000;
/** Look-ups of keys we do not hold: this many at once, then one every two seconds. */
const LOOKUPS_BURST = 20;
const LOOKUPS_PER_MS = 1 / 2_000;

/** `undefined` key: Plaid says it does not know it. */
type Known = { key: WebhookKey | undefined; until: number };
type Cache = {
  known: Map<string, Known>;
  underWay: Map<string, Promise<WebhookKey | undefined>>;
  lookups: number;
  refilledAt: number;
};

/**
 * The public key Plaid signs webhooks with, by `kid`; undefined when Plaid does not know it.
 * Cached for an hour (a minute when unknown); a burst of webhooks asks once.
 *
 * @throws PartnerApiError when it cannot be fetched now; Plaid then delivers again.
 */
export async function getWebhookKey(kid: string): Promise<WebhookKey | undefined> {
  const cache = singleton("webhook-keys", makeCache);
  const known = cache.known.get(kid);
  if (known && known.until > Date.now()) return known.key;

  const underWay = cache.underWay.get(kid) ?? lookUp(cache, kid);
  cache.underWay.set(kid, underWay);
  return underWay;
}

async function lookUp(cache: Cache, kid: string): Promise<WebhookKey | undefined> {
  try {
    const isNew = !cache.known.get(kid)?.key;
    // A key of Plaid's is asked for again whatever others make up.
    if (isNew) takeLookup(cache);
    const key = await fetchWebhookKey(kid).catch(unknownKey);
    // A key we had not seen is often a rotation: ask again about the others, one may have expired.
    if (key && isNew) for (const other of cache.known.values()) other.until = 0;
    remember(cache, kid, { key, until: Date.now() + (key ? FRESH_MS : UNKNOWN_MS) });
    return key;
  } finally {
    cache.underWay.delete(kid);
  }
}

function unknownKey(error: unknown): undefined {
  const refused = error instanceof PartnerApiError && error.kind === "rejected";
  if (refused && error.code === "INVALID_WEBHOOK_VERIFICATION_KEY_ID") return undefined;
  throw error;
}

/** Anyone can send a made-up `kid`; it must not spend our calls at Plaid. */
function takeLookup(cache: Cache): void {
  const now = Date.now();
  const refill = (now - cache.refilledAt) * LOOKUPS_PER_MS;
  cache.lookups = Math.min(LOOKUPS_BURST, cache.lookups + refill);
  cache.refilledAt = now;
  if (cache.lookups < 1) throw silence("not_sent", "KEY_LOOKUPS_EXHAUSTED", null);
  cache.lookups -= 1;
}

function remember(cache: Cache, kid: string, known: Known): void {
  if (cache.known.size >= ENTRIES_MAX) cache.known.clear();
  cache.known.set(kid, known);
}

function makeCache(): Cache {
  return {
    known: new Map(),
    underWay: new Map(),
    lookups: LOOKUPS_BURST,
    refilledAt: Date.now(),
  };
}
