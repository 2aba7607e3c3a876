import { randomUUID } from "node:crypto";
import { sha256 } from "@/lib/webhooks/facts";

type Told = { clientId: string; institutionId?: string; status?: unknown };

/** What a webhook says about Chase unless told otherwise. */
export function bankEvent({ clientId, institutionId = "ins_56", status = "enabled" }: Told) {
  return {
    webhook_type: "PARTNER",
    webhook_code: "END_CUSTOMER_OAUTH_STATUS_UPDATED",
    end_customer_client_id: clientId,
    environment: "production",
    institution_id: institutionId,
    institution_name: "Chase",
    status,
  };
}

/** A verified delivery as `storeDelivery` takes it. */
export function deliveryOf(event: object) {
  const body = Buffer.from(JSON.stringify(event, null, 2));
  return {
    id: randomUUID(),
    body,
    bodySha256: sha256(body),
    headers: { "content-type": "application/json" },
    keyId: "k1",
    signedAt: new Date(),
  };
}
