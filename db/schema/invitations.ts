import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
} from "drizzle-orm/pg-core";
import { newId } from "@/lib/id";
import type { AnswerStep, Answers } from "@/lib/onboarding/model";
import { instant } from "./columns";
import { customers } from "./customers";
import { users } from "./users";
import { workColumns } from "./work";

/** A link for one person of an end customer. Work: its next reminder. */
export const invitations = pgTable(
  "invitations",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("inv")),
    customerId: text()
      .notNull()
      .references(() => customers.id),
    /** The invitation whose reader passed a section on; null for one from the partner. */
    forwardedFrom: text().references((): AnyPgColumn => invitations.id),
    name: text().notNull(),
    /** Lower case. */
    email: text().notNull(),
    /** What this person may fill in. */
    steps: jsonb().$type<AnswerStep[]>().notNull(),
    /** This person accepts the bank addendum for the customer. */
    acceptsAddendum: boolean().notNull().default(false),
    message: text().notNull().default(""),
    language: text({ enum: ["en", "es", "fr"] })
      .notNull()
      .default("en"),
    dueOn: date({ mode: "string" }),
    lifetimeDays: integer().notNull(),
    expiresAt: instant().notNull(),
    /** Another address or a revocation makes another link: the old one is worth nothing then. */
    version: integer().notNull().default(1),
    /** SHA-256 of the link's token, which is derived from id and version with a key outside the database. */
    tokenHash: text().notNull().unique(),
    createdBy: text().references(() => users.id),
    createdAt: instant().notNull().defaultNow(),
    /** First device that knew the mailed code. */
    openedAt: instant(),
    /** Last time this person typed something. */
    activeAt: instant(),
    submittedAt: instant(),
    revokedAt: instant(),
    reminders: integer().notNull().default(0),
    ...workColumns,
  },
  (table) => [
    index().on(table.customerId, table.createdAt.desc()),
    index().on(table.dueAt),
    index().on(table.forwardedFrom).where(sql`${table.forwardedFrom} is not null`),
    check(
      "invitations_sender",
      sql`(${table.createdBy} is null) <> (${table.forwardedFrom} is null)`,
    ),
    check("invitations_lifetime", sql`${table.lifetimeDays} between 1 and 90`),
  ],
);

/** The last sign of a device: its code, or something done in its session. */
export const deviceLastUsed = sql.raw(
  "(greatest(applicant_devices.code_sent_at, applicant_devices.last_seen_at))",
);

/** A browser that opened a link and was asked for the mailed code; trusted once it gave it. */
export const applicantDevices = pgTable(
  "applicant_devices",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("dev")),
    invitationId: text()
      .notNull()
      .references(() => invitations.id),
    /** Of the invitation, when the code was given. */
    invitationVersion: integer().notNull(),
    /** SHA-256 of the cookie's token. */
    tokenHash: text().notNull().unique(),
    /** The code is derived from the device's id and this number: nothing of it lies here. */
    codeSerial: integer().notNull().default(1),
    codeSentAt: instant().notNull().defaultNow(),
    codeTries: integer().notNull().default(0),
    confirmedAt: instant(),
    /** Beginning of the session under way; `Start` on a trusted device begins another. */
    sessionStartedAt: instant(),
    lastSeenAt: instant(),
    /** Empty until the code is given. */
    ip: text().notNull(),
    userAgent: text().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [
    index().on(table.invitationId, table.createdAt.desc()),
    index("applicant_devices_last_used").on(deviceLastUsed),
  ],
);

/**
 * Evidence: answers handed in for review, by an invited person or by one of the partner's. Complete
 * or not there at all, and never changed.
 */
export const submissions = pgTable(
  "submissions",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("sub")),
    /** What the person is given to refer to it. */
    reference: text().notNull().unique(),
    customerId: text()
      .notNull()
      .references(() => customers.id),
    invitationId: text().references(() => invitations.id),
    userId: text().references(() => users.id),
    name: text().notNull(),
    email: text().notNull(),
    /** When that person gave the code, or signed in. */
    authenticatedAt: instant().notNull(),
    ip: text().notNull(),
    userAgent: text().notNull(),
    /** As typed, all steps. */
    answers: jsonb().$type<Answers>().notNull(),
    /** SHA-256 of their canonical JSON, hex. */
    answersSha256: text().notNull(),
    /** The accepted wording, names filled in; null where accepting is not this person's part. */
    addendumVersion: integer(),
    addendumText: text(),
    addendumSha256: text(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [
    index().on(table.customerId, table.at.desc()),
    index().on(table.invitationId).where(sql`${table.invitationId} is not null`),
    check("submissions_person", sql`(${table.invitationId} is null) <> (${table.userId} is null)`),
    check(
      "submissions_addendum",
      sql`num_nulls(${table.addendumVersion}, ${table.addendumText}, ${table.addendumSha256}) in (0, 3)`,
    ),
    check(
      "submissions_complete",
      sql`'' not in (${table.name}, ${table.email}, ${table.ip}, ${table.userAgent}, ${table.answersSha256})`,
    ),
  ],
);
