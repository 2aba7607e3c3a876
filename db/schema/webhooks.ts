import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { newId } from "@/lib/id";
import type { BankEffect, KeptHeaders, RejectionCode, SignatureFacts } from "@/lib/webhooks/model";
import { bytes, instant } from "./columns";
import { workColumns } from "./work";

/** What came of a delivery, as the log calls it. */
const verdictOfRow = sql.raw(`case
  when quarantined_at is not null then 'failed'
  when state = 'received' and last_failure is not null then 'failed'
  when state = 'received' then 'waiting'
  when state = 'projected' and stale then 'stale'
  when state = 'projected' then 'verified'
  else state end`);

/** Plaid's webhooks exactly as they came; a row exists only when the signature was genuine. */
export const deliveries = pgTable(
  "deliveries",
  {
    /** SHA-256 of the signed part of the token: a replay is the same row. */
    id: text().primaryKey(),
    /** Null once it is 90 days old; the rest stays for a year. */
    body: bytes(),
    bodySha256: text(),
    headers: jsonb().$type<KeptHeaders>(),
    keyId: text().notNull(),
    signedAt: instant().notNull(),
    receivedAt: instant().notNull().defaultNow(),
    /** How often it came; `lastReceivedAt` is set from the second time on. */
    attempts: integer().notNull().default(1),
    lastReceivedAt: instant(),
    /**
     * `received` waits, `projected` is in the bank grid, `orphan` waits for its customer,
     * `unhandled` is genuine but nothing we know how to use.
     */
    state: text({ enum: ["received", "projected", "orphan", "unhandled"] })
      .notNull()
      .default("received"),
    webhookCode: text(),
    clientId: text(),
    institutionId: text(),
    status: text(),
    customerId: text(),
    projectedAt: instant(),
    /** What it made us change; null while it waits. */
    effect: jsonb().$type<BankEffect[]>(),
    /** It says something else than Plaid said when asked: it is older than what we know. */
    stale: boolean().notNull().default(false),
    /** The replay in bulk it belongs to. */
    replayId: text(),
    replayedAt: instant(),
    /** W3C `traceparent` of the request that brought it, where traces are made. */
    traceParent: text(),
    verdict: text()
      .$type<"verified" | "stale" | "failed" | "waiting" | "orphan" | "unhandled">()
      .notNull()
      .generatedAlwaysAs(verdictOfRow),
    ...workColumns,
  },
  (table) => [
    index().on(table.dueAt),
    index().on(table.clientId, table.state),
    index().on(table.receivedAt.desc(), table.id.desc()),
    index().on(table.verdict, table.receivedAt.desc(), table.id.desc()),
    index().on(table.clientId, table.receivedAt.desc(), table.id.desc()),
    index().on(table.institutionId, table.receivedAt.desc(), table.id.desc()),
    index("deliveries_duplicates")
      .on(table.receivedAt.desc(), table.id.desc())
      .where(sql`${table.attempts} > 1`),
    index("deliveries_with_body").on(table.receivedAt).where(sql`${table.body} is not null`),
    index("deliveries_replays").on(table.replayId).where(sql`${table.replayId} is not null`),
  ],
);

/** Requests to the webhook address that prove nothing: a bounded sample of them (`lib/webhooks/reject.ts`). */
export const webhookRejections = pgTable(
  "webhook_rejections",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("rej")),
    at: instant().notNull().defaultNow(),
    code: text().$type<RejectionCode>().notNull(),
    /** Its beginning. */
    body: bytes().notNull(),
    bodyBytes: integer().notNull(),
    headers: jsonb().$type<KeptHeaders>().notNull(),
    facts: jsonb().$type<SignatureFacts>().notNull(),
  },
  (table) => [
    index().on(table.at.desc(), table.id.desc()),
    index().on(table.code, table.at.desc(), table.id.desc()),
  ],
);

/** How many were rejected for which cause in which minute, kept for a week. */
export const webhookRejectionCounts = pgTable(
  "webhook_rejection_counts",
  {
    code: text().$type<RejectionCode>().notNull(),
    minute: timestamp({ withTimezone: true }).notNull(),
    n: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.code, table.minute] })],
);
