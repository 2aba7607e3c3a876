import { sql } from "drizzle-orm";
import { boolean, check, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { newId } from "@/lib/id";
import type { AnswerStep, Answers } from "@/lib/onboarding/model";
import { decisions, type RejectionCode } from "@/lib/reviews/model";
import { instant } from "./columns";
import { customers } from "./customers";
import { submissions } from "./invitations";
import { users } from "./users";

/** Evidence: what one of the partner's people decided about answers handed in. Never changed. */
export const reviews = pgTable(
  "reviews",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("rev")),
    customerId: text()
      .notNull()
      .references(() => customers.id),
    submissionId: text()
      .notNull()
      .references(() => submissions.id),
    decision: text({ enum: decisions }).notNull(),
    /** Of a rejection: why, for us, and in words for the customer. */
    reasonCode: text().$type<RejectionCode>(),
    reason: text().notNull().default(""),
    /** What was decided about: all answers as they stood, with what staff had changed. */
    answers: jsonb().$type<Answers>().notNull(),
    answersSha256: text().notNull(),
    userId: text()
      .notNull()
      .references(() => users.id),
    userName: text().notNull(),
    authenticatedAt: instant().notNull(),
    ip: text().notNull(),
    userAgent: text().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [
    index().on(table.customerId, table.at.desc()),
    index().on(table.submissionId),
    check("reviews_reason", sql`${table.decision} <> 'rejected' or ${table.reason} <> ''`),
    check(
      "reviews_reason_code",
      sql`(${table.decision} = 'rejected') = (${table.reasonCode} is not null)`,
    ),
    check(
      "reviews_complete",
      sql`'' not in (${table.userName}, ${table.ip}, ${table.userAgent}, ${table.answersSha256})`,
    ),
  ],
);

/** A remark about one field, or about the whole (`path` empty). */
export const reviewComments = pgTable(
  "review_comments",
  {
    id: text()
      .primaryKey()
      .$defaultFn(() => newId("com")),
    customerId: text()
      .notNull()
      .references(() => customers.id),
    step: text().$type<AnswerStep>().notNull(),
    path: text().notNull(),
    body: text().notNull(),
    /** For colleagues. Such a row can belong to no review, and only what belongs to one is mailed or shown. */
    internal: boolean().notNull(),
    /** The decision it went out with; null while it is a draft, and for good where it is internal. */
    reviewId: text().references(() => reviews.id),
    userId: text()
      .notNull()
      .references(() => users.id),
    userName: text().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [
    index().on(table.customerId, table.at),
    index().on(table.reviewId).where(sql`${table.reviewId} is not null`),
    check("review_comments_internal", sql`not ${table.internal} or ${table.reviewId} is null`),
  ],
);
