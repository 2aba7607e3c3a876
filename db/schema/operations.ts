import { index, integer, jsonb, pgTable, real, text } from "drizzle-orm/pg-core";
import { newId } from "@/lib/id";
import type { Outcome } from "@/lib/requests/model";
import { instant } from "./columns";
import { handovers } from "./handovers";
import { invitations } from "./invitations";
import { users } from "./users";
import { workColumns } from "./work";

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

/** Every call of the Partner API of 90 days, without credentials, headers or bodies. */
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
    outcome: text().$type<Outcome>().notNull(),
    httpStatus: integer(),
    errorCode: text(),
    requestId: text(),
    durationMs: integer().notNull(),
    /** Names of the fields that were sent, never their values. */
    fields: text().array(),
  },
  (table) => [
    index().on(table.at.desc(), table.id.desc()),
    index().on(table.customerId, table.at.desc(), table.id.desc()),
    index().on(table.endpoint, table.at.desc(), table.id.desc()),
    index().on(table.outcome, table.at.desc(), table.id.desc()),
    index().on(table.requestId),
  ],
);

/** Tokens of the shared budget for background calls; one row per budget. */
export const rateBudgets = pgTable("rate_budgets", {
  name: text().primaryKey(),
  tokens: real().notNull(),
  updatedAt: instant().notNull().defaultNow(),
});
