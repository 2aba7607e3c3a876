import { bigint, index, integer, jsonb, pgTable, real, text } from "drizzle-orm/pg-core";
import { newId } from "@/lib/id";
import { bytes, instant } from "./columns";
import { handovers } from "./handovers";
import { invitations } from "./invitations";
import { users } from "./users";
import { workColumns } from "./work";

/** Plaid's webhooks exactly as they came; a row exists only when the signature was genuine. */
export const deliveries = pgTable(
  "deliveries",
  {
    /** SHA-256 of the signed part of the token: a replay is the same row. */
    id: text().primaryKey(),
    body: bytes().notNull(),
    keyId: text().notNull(),
    signedAt: instant().notNull(),
    receivedAt: instant().notNull().defaultNow(),
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
    ...workColumns,
  },
  (table) => [
    index().on(table.dueAt),
    index().on(table.clientId, table.state),
    index().on(table.receivedAt.desc()),
  ],
);

/** Outgoing mail. Parameters only: a token is derived when the mail is made, so none lies here. */
export const mails = pgTable(
  "mails",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("mail")),
    template: text().notNull(),
    recipient: text().notNull(),
    parameters: jsonb().$type<Record<string, string>>().notNull(),
    /** Whom it is about, where somebody wants to know whether it arrived. */
    invitationId: text().references(() => invitations.id),
    handoverId: text().references(() => handovers.id),
    /** Of the team's invitations: who was invited. */
    userId: text().references(() => users.id, { onDelete: "cascade" }),
    createdAt: instant().notNull().defaultNow(),
    sentAt: instant(),
    /** The mail server's no, for good: its code and words. */
    refusedAt: instant(),
    refusal: text(),
    ...workColumns,
  },
  (table) => [
    index().on(table.dueAt),
    index().on(table.invitationId, table.createdAt.desc()),
    index().on(table.handoverId, table.createdAt.desc()),
    index().on(table.userId, table.createdAt.desc()),
  ],
);

/** Every call of the Partner API, without credentials, headers or bodies. */
export const partnerApiRequests = pgTable(
  "partner_api_requests",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("req")),
    at: instant().notNull().defaultNow(),
    endpoint: text().notNull(),
    customerId: text(),
    attempt: integer().notNull(),
    /** `ok`, or the kind of `PartnerApiError`. */
    outcome: text().notNull(),
    httpStatus: integer(),
    errorCode: text(),
    requestId: text(),
    durationMs: integer().notNull(),
  },
  (table) => [index().on(table.at.desc()), index().on(table.customerId, table.at.desc())],
);

/** Tokens of the shared budget for background calls; one row per budget. */
export const rateBudgets = pgTable("rate_budgets", {
  name: text().primaryKey(),
  tokens: real().notNull(),
  updatedAt: instant().notNull().defaultNow(),
});

/** Append-only: triggers refuse change and fill `seq` and the hash chain. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    seq: bigint({ mode: "number" }).primaryKey().notNull().default(0),
    at: instant().notNull().defaultNow(),
    actorKind: text({ enum: ["staff", "applicant", "recipient", "system"] }).notNull(),
    actorId: text().notNull(),
    actorName: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    ip: text(),
    userAgent: text(),
    /** Codes and identifiers; never a secret, never what a person typed. */
    details: jsonb().$type<Record<string, string>>().notNull(),
    previousHash: text().notNull().default(""),
    hash: text().notNull().default(""),
  },
  (table) => [index().on(table.subject, table.seq.desc())],
);
