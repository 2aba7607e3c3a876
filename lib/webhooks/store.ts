import "server-only";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { z } from "zod";
import { db } from "@/db/client";
import { toRegistrationStatus } from "@/lib/institutions/model";
import { notice } from "@/lib/live/announce";
import { singleton } from "@/lib/singleton";
import { inSpan, traceParent } from "@/lib/telemetry/spans";
import { inBatches } from "./batches";
import type { KeptHeaders } from "./model";
import type { Delivery } from "./verify";

/** Longest identifier or name worth keeping beside the raw body, in characters. */
const FIELD_CHARS_MAX = 200;
const BATCH_MAX = 100;
/** Plaid gives up after 10 seconds. */
const TIMEOUT_MS = 8_000;

/** `traceParent`: of the request, since many of them are stored together. */
type Received = Delivery & { headers: KeptHeaders; traceParent?: string | undefined };

/** PostgreSQL's text takes neither NUL nor half a surrogate pair; the raw body keeps them. */
const field = z
  .string()
  .transform((value) => value.replaceAll("\0", "").toWellFormed().slice(0, FIELD_CHARS_MAX));

const event = z.object({
  webhook_type: z.literal("PARTNER"),
  webhook_code: z.literal("END_CUSTOMER_OAUTH_STATUS_UPDATED"),
  end_customer_client_id: field.pipe(z.string().min(1)),
  institution_id: field.catch(""),
  status: field.catch(""),
});

/**
 * Keeps a genuine delivery once, however often it comes. After this returns nothing may be lost: the route answers 200.
 * The work loop does the rest. Open pages are shown at once what the delivery says, as a report.
 */
export function storeDelivery(delivery: Delivery & { headers: KeptHeaders }): Promise<void> {
  const store = singleton("store-deliveries", () =>
    inBatches({ store: storeAll, isRefused, max: BATCH_MAX, timeoutMs: TIMEOUT_MS }),
  );
  return inSpan("store delivery", {}, () => store({ ...delivery, traceParent: traceParent() }));
}

/** PostgreSQL itself has said no, so that nothing of the statement is kept. */
function isRefused(error: unknown): boolean {
  return error instanceof Error && error.cause instanceof postgres.PostgresError;
}

/** One statement, one way to the database and back, one commit: Plaid waits for it. */
async function storeAll(received: Received[]): Promise<void> {
  // Rows are locked in the order of their ids, so that two processes never wait for each other.
  await db.execute(sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(rowsOf(received))}::json) as given(
        place int, times int, id text, body text, body_sha256 text, headers jsonb, key_id text,
        signed_at timestamptz, state text, webhook_code text, client_id text, institution_id text, status text,
        trace_parent text)
    ), kept as (
      insert into deliveries (id, body, body_sha256, headers, key_id, signed_at, state, webhook_code,
        client_id, institution_id, status, trace_parent, due_at, received_at, attempts, last_received_at)
      select id, decode(body, 'base64'), body_sha256, headers, key_id, signed_at, state, webhook_code,
        client_id, institution_id, status, trace_parent, case state when 'received' then now() end,
        now() + place * interval '1 microsecond', times, case when times > 1 then now() end
      from given order by id
      on conflict (id) do update
        set attempts = deliveries.attempts + excluded.attempts, last_received_at = now()
      returning id, xmax = 0 as is_new
    ), report as (
      select place, customers.id as customer_id, institution_id, given.status, trace_parent
      from kept join given using (id) join customers using (client_id)
      where is_new and given.status <> ''
    ), change as (
      insert into changes (customer_id) select distinct customer_id from report returning *
    ), told as (select * from change join report using (customer_id) order by place)
    select pg_notify('vestibule_work', 'deliveries') where exists (select from kept where is_new)
    union all
    select ${notice({
      report: sql`json_build_object('institutionId', institution_id, 'status', status)`,
      traceParent: sql`trace_parent`,
    })} from told`);
}

/** Each delivery once, in the order they came. */
function rowsOf(received: Received[]) {
  const times = new Map<string, number>();
  for (const { id } of received) times.set(id, (times.get(id) ?? 0) + 1);
  const unique = new Map(received.map((delivery) => [delivery.id, delivery]));
  return [...unique.values()].map(({ id, body, bodySha256, headers, ...delivery }, place) => ({
    ...{ place, times: times.get(id), id, headers },
    ...{ body: body.toString("base64"), body_sha256: bodySha256 },
    ...{ key_id: delivery.keyId, signed_at: delivery.signedAt.toISOString() },
    trace_parent: delivery.traceParent,
    ...interpret(body),
  }));
}

function interpret(body: Buffer) {
  const parsed = event.safeParse(readJson(body));
  if (!parsed.success) return { state: "unhandled" };
  return {
    state: "received",
    webhook_code: parsed.data.webhook_code,
    client_id: parsed.data.end_customer_client_id,
    institution_id: parsed.data.institution_id,
    status: toRegistrationStatus(parsed.data.status),
  };
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
