import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { newId } from "@/lib/id";
import { describeFailure, log } from "@/lib/log";
import { singleton } from "@/lib/singleton";
import { instruments } from "@/lib/telemetry/instruments";
import type { KeptHeaders, RejectionCode } from "./model";
import type { Rejection } from "./verify";

/** Anybody can send what is rejected. Of each cause this many are kept an hour, the others counted. */
export const KEPT_PER_HOUR = 100;
/** Longer bodies are cut. */
export const BODY_BYTES_MAX = 4 * 1024;
/** Writes of this process: so many at once, then two a second. */
const WRITES_BURST = 120;
const WRITES_PER_MS = 2 / 1_000;
const FLUSH_MS = 1_000;

type Counter = {
  /** Rejected and not in the database yet. */
  pending: Map<RejectionCode, number>;
  writes: number;
  refilledAt: number;
  flushing: NodeJS.Timeout | undefined;
};

type Received = { body: Buffer; headers: KeptHeaders };

/**
 * Writes down that something was rejected: at most one statement, and none while many are rejected;
 * what was only counted is added by the next write, a second later at most. A log that cannot be
 * written must not turn a rejection into an outage, so nothing is thrown.
 */
export async function recordRejection(rejection: Rejection, received: Received): Promise<void> {
  const counter = singleton("webhook-rejections", makeCounter);
  const { code } = rejection;
  countRejection(rejection);
  counter.pending.set(code, (counter.pending.get(code) ?? 0) + 1);
  if (takeWrite(counter)) await write(counter, code, { ...rejection, ...received });
  else counter.flushing ??= setTimeout(() => void flush(counter), FLUSH_MS).unref();
}

/** What Plaid signed and a clock refused stands apart: it is genuine, and lost unless the clock is set. */
function countRejection({ code, facts }: Rejection): void {
  instruments().webhooks.add(1, { outcome: code });
  if (code !== "too_old") return;
  const ahead = (facts.signedAt ?? "") > facts.receivedAt;
  instruments().clockRejections.add(1, { signed: ahead ? "ahead" : "late" });
}

/** Writes what was counted meanwhile. */
async function flush(counter: Counter): Promise<void> {
  counter.flushing = undefined;
  for (const code of [...counter.pending.keys()]) await write(counter, code);
}

async function write(
  counter: Counter,
  code: RejectionCode,
  sample?: Rejection & Received,
): Promise<void> {
  const count = counter.pending.get(code);
  if (!count) return;
  counter.pending.delete(code);
  log.warn({ reason: code, count }, "webhook rejected");
  try {
    await db.execute(sql`
      with counted as (
        insert into webhook_rejection_counts as c (code, minute, n)
        values (${code}, date_trunc('minute', now()), ${count})
        on conflict (code, minute) do update set n = c.n + excluded.n
      )
      ${sample ? keep(sample) : sql`select`}`);
  } catch (error) {
    log.error({ failure: describeFailure(error) }, "rejected webhook could not be recorded");
  }
}

/** Only as long as the hour's sample is not full, counted by all processes together. */
function keep({ code, body, headers, facts }: Rejection & Received) {
  return sql`
    insert into webhook_rejections (id, code, body, body_bytes, headers, facts)
    select ${newId("rej")}::text, ${code}::text, ${body.subarray(0, BODY_BYTES_MAX)}::bytea, ${body.length}::int,
      ${JSON.stringify(headers)}::jsonb, ${JSON.stringify(facts)}::jsonb
    where ${KEPT_PER_HOUR} > (
      select coalesce(sum(n), 0) from webhook_rejection_counts
      where code = ${code} and minute >= date_trunc('hour', now())
    )`;
}

function takeWrite(counter: Counter): boolean {
  const now = Date.now();
  const refill = (now - counter.refilledAt) * WRITES_PER_MS;
  counter.writes = Math.min(WRITES_BURST, counter.writes + refill);
  counter.refilledAt = now;
  if (counter.writes < 1) return false;
  counter.writes -= 1;
  return true;
}

function makeCounter(): Counter {
  return { pending: new Map(), writes: WRITES_BURST, refilledAt: Date.now(), flushing: undefined };
}
