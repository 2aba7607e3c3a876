import "server-only";
import { desc } from "drizzle-orm";
import { db } from "@/db/client";
import { deliveries, webhookRejections } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { env, partnerApiUrl, publicOrigin } from "@/lib/env";

/** What the variables say of our account at Plaid; of the secret no more than tells it from another. */
export function getCredentials(actor: Actor) {
  authorize(actor, "settings.manage");
  const variables = env();
  return {
    environment: variables.PLAID_ENV,
    clientId: variables.PLAID_CLIENT_ID,
    secretEnds: variables.PLAID_SECRET.slice(-4),
    host: new URL(partnerApiUrl(variables)).host,
  };
}

/** Where Plaid's webhooks come in, and the latest that was stored and that was refused (ISO 8601). */
export async function getWebhookFacts(actor: Actor) {
  authorize(actor, "settings.manage");
  const [latest] = await db
    .select({ receivedAt: deliveries.receivedAt })
    .from(deliveries)
    .orderBy(desc(deliveries.receivedAt))
    .limit(1);
  const [refused] = await db
    .select({ id: webhookRejections.id, at: webhookRejections.at })
    .from(webhookRejections)
    .orderBy(desc(webhookRejections.at))
    .limit(1);
  return {
    url: `${publicOrigin()}/api/webhooks/plaid`,
    receivedAt: latest?.receivedAt.toISOString() ?? null,
    refused: refused ? { id: refused.id, at: refused.at.toISOString() } : null,
  };
}
