import { bigint, index, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant } from "./columns";

/** Append-only: triggers refuse change and fill `seq` and the hash chain. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    seq: bigint({ mode: "number" }).primaryKey().notNull().default(0),
    at: instant().notNull().defaultNow(),
    actorKind: text({ enum: ["staff", "applicant", "recipient", "system"] }).notNull(),
    /** Stands for a person without naming one. */
    actorId: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
    /** Codes and identifiers; never a secret, never what a person typed. */
    details: jsonb().$type<Record<string, string>>().notNull(),
    /** Salted, of the row in `audit_people`; empty where the system acted by itself. */
    personHash: text().notNull().default(""),
    previousHash: text().notNull().default(""),
    hash: text().notNull().default(""),
  },
  (table) => [
    index().on(table.subject, table.seq.desc()),
    index().on(table.actorId, table.seq.desc()),
    index().on(table.action, table.seq.desc()),
    index().on(table.actorId, table.action, table.seq.desc()),
    index().on(table.at, table.seq),
  ],
);

/**
 * What names whoever acted, beside the chain, so that it can be erased and the chain stays whole.
 * Only `erase_audit_people` deletes here.
 */
export const auditPeople = pgTable("audit_people", {
  seq: bigint({ mode: "number" }).primaryKey().notNull(),
  name: text(),
  ip: text(),
  userAgent: text(),
  salt: text().notNull(),
});

/** Where the chain ended at some hours: an end that was cut off is missed here. Append-only. */
export const auditHeads = pgTable("audit_heads", {
  seq: bigint({ mode: "number" }).primaryKey().notNull(),
  hash: text().notNull(),
  at: instant().notNull().defaultNow(),
});
