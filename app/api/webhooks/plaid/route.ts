import { readBody } from "@/lib/http/read-body";
import { describeFailure, log } from "@/lib/log";
import { storeDelivery } from "@/lib/webhooks/store";
import { verifyDelivery } from "@/lib/webhooks/verify";

/** Plaid's events are a few hundred bytes. */
const BODY_BYTES_MAX = 64 * 1024;

/**
 * Plaid delivers again unless it gets exactly 200 within 10 seconds, so the answer is given as soon
 * as the delivery is safe in the database, and not before.
 */
export async function POST(request: Request) {
  const body = await readBody(request, BODY_BYTES_MAX);
  if (!body) return new Response("Too large", { status: 413 });

  try {
    const verified = await verifyDelivery(body, request.headers.get("plaid-verification"));
    if (!verified.ok) {
      log.warn({ reason: verified.error.code }, "webhook refused");
      return new Response("Signature refused", { status: 401 });
    }
    await storeDelivery(verified.value);
    return new Response("Stored");
  } catch (error) {
    log.error({ failure: describeFailure(error) }, "webhook could not be stored");
    return new Response("Try again", { status: 503, headers: { "retry-after": "30" } });
  }
}
