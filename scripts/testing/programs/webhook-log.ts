// Fills the logs with one webhook of each kind about the customer of --client-id, and prints ids as JSON.
import { parseArgs } from "node:util";
import { eq } from "drizzle-orm";
import { closeDatabase, db } from "@/db/client";
import { deliveries, partnerApiRequests, webhookRejections } from "@/db/schema";
import { newId } from "@/lib/id";
import { sha256 } from "@/lib/webhooks/facts";
import { type RejectionCode, rejectionCodes } from "@/lib/webhooks/model";
import { storeDelivery } from "@/lib/webhooks/store";
import { bankEvent, deliveryOf } from "@/scripts/testing/deliveries";

const { values } = parseArgs({ options: { "client-id": { type: "string", default: "" } } });
const clientId = values["client-id"];

process.stdout.write(JSON.stringify(await make()));
await closeDatabase();

async function make() {
  const failed = await stored(bankEvent({ clientId, status: "a-status-plaid-invents-tomorrow" }));
  await db
    .update(deliveries)
    // A worker may have been quicker: it is as if it had failed.
    .set({
      ...{ state: "received", projectedAt: null, dueAt: null },
      ...{ failures: 5, lastFailure: "INVALID_FIELD", quarantinedAt: new Date() },
    })
    .where(eq(deliveries.id, failed));
  const orphan = await stored(bankEvent({ clientId: "5f0nobody0knows0this0one" }));
  await db
    .update(deliveries)
    .set({ dueAt: null, state: "orphan" })
    .where(eq(deliveries.id, orphan));
  const replay = newId("rpl");
  const replayed = await stored(bankEvent({ clientId: "5f0nobody0knows0this0one" }));
  await db
    .update(deliveries)
    .set({ dueAt: null, state: "orphan", replayId: replay, replayedAt: new Date() })
    .where(eq(deliveries.id, replayed));
  const unhandled = await stored({ webhook_type: "ITEM", webhook_code: "ERROR" });
  const rejected: Partial<Record<RejectionCode, string>> = {};
  for (const code of rejectionCodes) rejected[code] = await reject(code);
  const [call] = await db
    .select({ id: partnerApiRequests.id })
    .from(partnerApiRequests)
    .where(eq(partnerApiRequests.endpoint, "/partner/customer/create"))
    .limit(1);
  return { failed, orphan, replay, unhandled, rejected, call: call?.id ?? "" };
}

async function stored(event: object): Promise<string> {
  const delivery = deliveryOf(event);
  await storeDelivery(delivery);
  return delivery.id;
}

async function reject(code: RejectionCode): Promise<string> {
  const body = Buffer.from(JSON.stringify(bankEvent({ clientId })));
  const receivedAt = new Date();
  const [row] = await db
    .insert(webhookRejections)
    .values({
      code,
      body,
      bodyBytes: body.length,
      headers: { "content-type": "application/json", "user-agent": "x".repeat(200) },
      facts: {
        ...{ algorithm: "HS256", keyId: "k".repeat(36), signedSha256: "0".repeat(64) },
        signedAt: new Date(receivedAt.getTime() - 820_000).toISOString(),
        receivedAt: receivedAt.toISOString(),
        bodySha256: sha256(body),
      },
    })
    .returning({ id: webhookRejections.id });
  return row?.id ?? "";
}
