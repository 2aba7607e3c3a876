import { readBody } from "@/lib/http/read-body";
import { describeFailure, log } from "@/lib/log";
import { countStored } from "@/lib/telemetry/webhooks";
import { keepHeaders } from "@/lib/webhooks/facts";
import { recordRejection } from "@/lib/webhooks/reject";
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
    const headers = keepHeaders(request.headers);
    const verified = await verifyDelivery(body, request.headers.get("plaid-verification"));
    if (verified.ok) {
      await storeDelivery({ ...verified.value, headers });
      countStored();
      return new Response("Stored");
    }
    await recordRejection(verified.error, { body, headers });
    if (verified.error.code === "key_unavailable") return tryAgain();
    return new Response("Signature refused", { status: 401 });
  } catch (error) {
    log.error({ failure: describeFailure(error) }, "webhook could not be stored");
    return tryAgain();
  }
}

function tryAgain() {
  return new Response("Try again", { status: 503, headers: { "retry-after": "30" } });
}
