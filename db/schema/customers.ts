import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";
import { newId } from "@/lib/id";
import type { Filler } from "@/lib/invitations/model";
import type { AnswerStep, Gap } from "@/lib/onboarding/model";
import type { Turn } from "@/lib/statuses/model";
import { bytes, instant } from "./columns";
import { bytewise, nameKeyOfRow, turnOfRow } from "./portfolio";
import { users } from "./users";
import { workColumns } from "./work";

/** Plaid cannot know it, so that all of it may be deleted. */
export const neverSent = sql.raw(
  "(customers.client_id is null and customers.status not in ('SUBMITTING', 'SUBMIT_UNKNOWN'))",
);

/** Nobody has worked on it since its owner was told that it will be deleted. */
export const noticed = sql.raw(
  "(customers.deletion_noticed_at is not null and customers.deletion_noticed_at >= customers.updated_at)",
);

/**
 * One end customer from its first draft to its removal.
 * `status` is ours before Plaid knows the customer and Plaid's afterwards; text, because Plaid may
 * add values at any time.
 */
export const customers = pgTable(
  "customers",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("cus")),
    status: text().notNull().default("DRAFT"),
    statusSince: instant().notNull().defaultNow(),
    turn: text().$type<Turn>().notNull().generatedAlwaysAs(turnOfRow),
    /** Plaid's `client_id`; case-sensitive, like every Plaid identifier. */
    clientId: text().unique("customers_client_id_unique"),
    companyName: text().notNull().default(""),
    nameKey: bytewise().notNull().generatedAlwaysAs(nameKeyOfRow),
    legalEntityName: text().notNull().default(""),
    applicationName: text().notNull().default(""),
    website: text().notNull().default(""),
    /** Names as people confuse them, without case, space, accents and look-alike letters. */
    applicationNameKey: text().notNull().default(""),
    legalEntityNameKey: text().notNull().default(""),
    /** Of a draft: the fields that still keep it from being sent. Written with every save. */
    gaps: jsonb().$type<Gap[]>().notNull().default([]),
    /** As answered: ISO code, Plaid's products (none: the partner's own), addresses in lower case. */
    country: text(),
    products: text().array().notNull().default(sql`'{}'`),
    emails: text().array().notNull().default(sql`'{}'`),
    /** Who is asked for each section; one that is not named here is ours. */
    fillers: jsonb().$type<Partial<Record<AnswerStep, Filler>>>().notNull().default({}),
    /** Of the partner's people: whose it is, and who reads its answers right now. */
    assigneeId: text().references(() => users.id),
    reviewerId: text().references(() => users.id),
    reviewingSince: instant(),
    /** Of two people who must enable together, the first. */
    enableAskedBy: text().references(() => users.id),
    enableAskedAt: instant(),
    createdBy: text()
      .notNull()
      .references(() => users.id),
    createdAt: instant().notNull().defaultNow(),
    updatedAt: instant().notNull().defaultNow(),
    submittedAt: instant(),
    enabledAt: instant(),
    removedAt: instant(),
    /** When Plaid last confirmed the status. */
    checkedAt: instant(),
    /** Of a draft that nobody works on: when its owner was told that it will be deleted. */
    deletionNoticedAt: instant(),
    flowdownStatus: text(),
    questionnaireStatus: text(),
    /** Database time just before the Partner API was asked for the banks: the later statement wins. */
    registrationsAsOf: instant(),
    banksTotal: integer().notNull().default(0),
    banksEnabled: integer().notNull().default(0),
    banksAttention: integer().notNull().default(0),
    ...workColumns,
  },
  (table) => [
    // Each order of the list, over all, of a turn and of a status.
    index().on(table.updatedAt.desc(), table.id.desc()),
    index().on(table.turn, table.updatedAt.desc(), table.id.desc()),
    index().on(table.status, table.updatedAt.desc(), table.id.desc()),
    index().on(table.assigneeId, table.updatedAt.desc(), table.id.desc()),
    index("customers_live_by_turn")
      .on(table.turn, table.updatedAt.desc(), table.id.desc())
      .where(sql`${table.status} = 'ACTIVE'`),
    index().on(table.nameKey, table.id),
    index().on(table.turn, table.nameKey, table.id),
    index().on(table.status, table.nameKey, table.id),
    index().on(table.statusSince, table.id),
    index().on(table.turn, table.statusSince, table.id),
    index().on(table.status, table.statusSince, table.id),
    index().on(table.dueAt),
    index().on(table.applicationNameKey),
    index().on(table.legalEntityNameKey),
    // Never sent, by how long nobody has worked on it: not told yet, and told.
    index("customers_untouched").on(table.updatedAt).where(sql`${neverSent} and not ${noticed}`),
    index("customers_noticed").on(table.deletionNoticedAt).where(sql`${neverSent} and ${noticed}`),
  ],
);

/** Per dotted path, the last change of a field. */
export type FieldHistory = Record<
  string,
  {
    version: number;
    /** The opened page it was typed in, and that page's own count: its late posts cannot undo newer ones. */
    editor: string;
    seq: number;
    by: string;
    at: string;
  }
>;

/** The draft, one row per wizard step, as typed. */
export const stepAnswers = pgTable(
  "step_answers",
  {
    customerId: text()
      .notNull()
      .references(() => customers.id),
    step: text().notNull(),
    answers: jsonb().notNull(),
    /** Counts saves, so that two people cannot overwrite each other unseen. */
    version: integer().notNull().default(1),
    fields: jsonb().$type<FieldHistory>().notNull().default({}),
    savedBy: text().notNull(),
    savedAt: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.customerId, table.step] }),
    // Who uses a logo.
    index("step_answers_logo").on(sql`(answers ->> 'logo')`).where(sql`step = 'logo'`),
  ],
);

/** Sound PNGs, stored once under the SHA-256 of their bytes (hex). */
export const logos = pgTable("logos", {
  sha256: text().primaryKey(),
  png: bytes().notNull(),
  createdAt: instant().notNull().defaultNow(),
});

/** Evidence: nothing here may be missing, and nothing is ever changed. */
export const attestations = pgTable(
  "attestations",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("att")),
    customerId: text()
      .notNull()
      .references(() => customers.id),
    kind: text().notNull(),
    textVersion: integer().notNull(),
    /** The exact words that were on the screen, names filled in. */
    text: text().notNull(),
    textSha256: text().notNull(),
    /** SHA-256 of the canonical create request (without the confirmations themselves). */
    payloadSha256: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id),
    userName: text().notNull(),
    /** When that person had signed in. */
    authenticatedAt: instant().notNull(),
    ip: text().notNull(),
    userAgent: text().notNull(),
    confirmedAt: instant().notNull().defaultNow(),
  },
  (table) => [index().on(table.customerId, table.kind, table.confirmedAt.desc())],
);

export const attemptStates = [
  "SENDING",
  "CREATED",
  "REFUSED",
  "NOT_SENT",
  "UNKNOWN",
  "ABSENT",
] as const;

/**
 * Each call of `/partner/customer/create`, written before the call. The two partial unique indexes
 * are what makes a second create impossible while one may have happened.
 */
export const createAttempts = pgTable(
  "create_attempts",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("try")),
    customerId: text()
      .notNull()
      .references(() => customers.id),
    state: text({ enum: attemptStates }).notNull().default("SENDING"),
    /** Application name as Plaid compares it: without case and outer space. Null once it is free again. */
    applicationNameKey: text(),
    /** The request as sent; the logo by its SHA-256. */
    payload: jsonb().notNull(),
    payloadSha256: text().notNull(),
    /** The approval it was sent under, where the answers were reviewed. References `reviews`. */
    reviewId: text(),
    userId: text()
      .notNull()
      .references(() => users.id),
    startedAt: instant().notNull().defaultNow(),
    finishedAt: instant(),
    requestId: text(),
    errorKind: text(),
    errorCode: text(),
    errorMessage: text(),
  },
  (table) => [
    uniqueIndex("create_attempts_one_per_customer")
      .on(table.customerId)
      .where(sql`state in ('SENDING', 'CREATED', 'UNKNOWN')`),
    uniqueIndex("create_attempts_one_per_application_name")
      .on(table.applicationNameKey)
      .where(sql`state in ('SENDING', 'CREATED', 'UNKNOWN')`),
    index().on(table.customerId, table.startedAt.desc()),
    index().on(table.reviewId).where(sql`${table.reviewId} is not null`),
  ],
);
