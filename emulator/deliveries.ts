import { randomUUID } from "node:crypto";
import type { Delivery } from "./model";
import { type PostResult, post } from "./post";
import type { Store } from "./store";

type Attempt = Pick<
  Delivery,
  "webhook_id" | "source" | "url" | "raw" | "attempt" | "kid" | "faults"
>;

/** Logs the attempt before and after the call, so a delivery in flight is visible too. */
export async function deliver(
  store: Store,
  attempt: Attempt,
  headers: Record<string, string>,
): Promise<{ delivery: Delivery; result: PostResult }> {
  const started = recordAttempt(store, attempt);
  const result = await post(attempt.url, attempt.raw, headers);
  const delivery = {
    ...started,
    status: result.status,
    error: result.error,
    finished_at: new Date().toISOString(),
  };
  // Gone after a reset, which must leave an empty log.
  if (store.deliveries.get(delivery.id)) store.deliveries.put(delivery.id, delivery);
  return { delivery, result };
}

export function recordAttempt(
  store: Store,
  attempt: Attempt,
  error: string | null = null,
): Delivery {
  const now = new Date().toISOString();
  const delivery: Delivery = {
    id: randomUUID(),
    ...attempt,
    status: null,
    error,
    at: now,
    finished_at: error === null ? null : now,
    next_attempt_at: null,
  };
  store.deliveries.put(delivery.id, delivery);
  return delivery;
}

export function webhookHeaders(raw: string, token: string): Record<string, string> {
  return {
    "Content-Type": "application/json",
    "Content-Length": String(Buffer.byteLength(raw)),
    "Plaid-Verification": token,
  };
}

/** What `GET /_emulator/deliveries` shows: the body parsed where it is JSON, and as it was sent. */
export function deliveryView({ raw, ...delivery }: Delivery) {
  return { ...delivery, body: parsed(raw), raw };
}

function parsed(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return raw;
  }
}
