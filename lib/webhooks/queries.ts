import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, deliveries, institutions, webhookRejections } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import type { WebhookFilter, WebhookPage, WebhookRow, WebhookView } from "./model";
import { findPlaces } from "./places";

const PAGE_SIZE = 50;

/** Everything that came to the webhook address, latest first; of what was rejected a sample. */
export async function listWebhooks(actor: Actor, filter: WebhookFilter): Promise<WebhookPage> {
  authorize(actor, "webhook.read");
  const { places, next } = await findPlaces(filter, PAGE_SIZE);
  const ids = places.map(({ id }) => id);
  const rows = new Map((await readRows(ids)).map((row) => [row.id, row]));
  return { rows: ids.flatMap((id) => rows.get(id) ?? []), next };
}

export async function getWebhook(actor: Actor, id: string): Promise<WebhookView | undefined> {
  authorize(actor, "webhook.read");
  if (id.includes("\0")) return undefined;
  const [delivery] = await readDeliveries([id]);
  if (delivery) return ofDelivery(delivery);
  const [rejection] = await readRejections([id]);
  return rejection && ofRejection(rejection);
}

async function readRows(ids: string[]): Promise<WebhookRow[]> {
  const [accepted, rejected] = await Promise.all([readDeliveries(ids), readRejections(ids)]);
  return [...accepted.map(toRow), ...rejected.map(toRejectedRow)];
}

/** Of a small number of ids, which the primary key finds. */
async function readDeliveries(ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .select({
      delivery: deliveries,
      customer: { id: customers.id, companyName: customers.companyName },
      bank: institutions.name,
      doneAfterMs: sql<
        number | null
      >`(extract(epoch from ${deliveries.projectedAt} - ${deliveries.receivedAt}) * 1000)::float8`,
    })
    .from(deliveries)
    .leftJoin(customers, eq(customers.clientId, deliveries.clientId))
    .leftJoin(
      institutions,
      and(
        eq(institutions.customerId, customers.id),
        eq(institutions.institutionId, deliveries.institutionId),
      ),
    )
    .where(inArray(deliveries.id, ids));
}

async function readRejections(ids: string[]) {
  if (ids.length === 0) return [];
  return db.select().from(webhookRejections).where(inArray(webhookRejections.id, ids));
}

type FoundDelivery = Awaited<ReturnType<typeof readDeliveries>>[number];
type FoundRejection = Awaited<ReturnType<typeof readRejections>>[number];

function toRow({ delivery, customer, bank, doneAfterMs }: FoundDelivery): WebhookRow {
  const { id, receivedAt, verdict, attempts, clientId, institutionId, status } = delivery;
  return {
    ...{ id, verdict, attempts, clientId, customer, doneAfterMs },
    at: receivedAt.toISOString(),
    cause: null,
    bank: bank ?? (institutionId || null),
    status: status || null,
  };
}

function toRejectedRow({ id, at, code }: FoundRejection): WebhookRow {
  return {
    ...{ id, at: at.toISOString(), verdict: "rejected", attempts: 1, cause: code },
    ...{ clientId: null, customer: null, bank: null, status: null, doneAfterMs: null },
  };
}

function ofDelivery(found: FoundDelivery): WebhookView {
  const { delivery } = found;
  const { body, bodySha256, keyId, signedAt, receivedAt } = delivery;
  return {
    ...toRow(found),
    lastReceivedAt: delivery.lastReceivedAt?.toISOString() ?? null,
    body: bodyOf(body, body?.length ?? null),
    headers: delivery.headers ?? {},
    facts: {
      ...{ algorithm: "ES256", keyId, signedAt: signedAt.toISOString() },
      receivedAt: receivedAt.toISOString(),
      ...(bodySha256 && { signedSha256: bodySha256 }),
      bodySha256: bodySha256 ?? "",
    },
    effect: delivery.state === "projected" ? (delivery.effect ?? []) : null,
    failures: delivery.failures,
    lastFailure: delivery.lastFailure,
    replayedAt: delivery.replayedAt?.toISOString() ?? null,
  };
}

function ofRejection(found: FoundRejection): WebhookView {
  const { body, bodyBytes, headers, facts } = found;
  return {
    ...toRejectedRow(found),
    ...{ headers, facts, effect: null },
    body: bodyOf(body, bodyBytes),
    ...{ lastReceivedAt: null, failures: 0, lastFailure: null, replayedAt: null },
  };
}

function bodyOf(body: Buffer | null, bytes: number | null): WebhookView["body"] {
  const raw = body && shown(body.toString("utf8"));
  return { raw, pretty: raw && indented(raw), bytes, cut: (bytes ?? 0) > (body?.length ?? 0) };
}

/** What has no sign of its own is shown by one: a page must not hold control characters. */
function shown(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is replaced
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f]/g, (sign) =>
    String.fromCharCode(0x2400 + sign.charCodeAt(0)),
  );
}

function indented(text: string): string | null {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return null;
  }
}
