import "server-only";
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, users } from "@/db/schema";
import type { Reader } from "@/lib/auth/model";
import { readCounts } from "@/lib/customers/counts";
import { matchesTurn } from "@/lib/customers/filter";
import { type CustomerRow, countMatching } from "@/lib/customers/model";
import { rowColumns, toRow } from "@/lib/customers/rows";
import { publicOrigin } from "@/lib/env";
import { deletesAt } from "@/lib/retention/deletion";
import { describeStatus } from "@/lib/statuses/model";
import { type MailFacts, numberOf, required } from "./parameters";

const FIRST_MAX = 10;

/** The member of the team a mail is for; undefined when it is not wanted any more, or not allowed. */
export async function readUser(
  { recipient, parameters }: MailFacts,
  wants: "turn" | "digest" | "anyway",
) {
  const [found] = await db
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(
      and(
        eq(users.id, required(parameters, "userId")),
        eq(users.email, recipient),
        wants === "turn" ? eq(users.wantsTurnMails, true) : undefined,
        wants === "digest" ? eq(users.wantsDigest, true) : undefined,
        isNull(users.suspendedAt),
      ),
    );
  return found && { ...found, kind: "staff" as const };
}

/** A customer that waits for us; undefined when it does not any more. */
export async function readTurn({ parameters }: MailFacts, reader: Reader) {
  const [found] = await db
    .select(rowColumns)
    .from(customers)
    .where(and(eq(customers.id, required(parameters, "customerId")), matchesTurn("you")));
  if (!found) return undefined;
  const row = toRow(found, reader);
  const { label, line: meaning } = describeStatus(row.status);
  return { ...{ company: nameOf(row), label, meaning }, next: row.line, action: actionOf(row) };
}

/** What waits for the team; undefined when nothing does. */
export async function readDigest(reader: Reader & { id: string }) {
  const counts = await readCounts();
  const yours = countMatching(counts, { turn: "you" });
  if (yours === 0) return undefined;
  const first = await db
    .select(rowColumns)
    .from(customers)
    .where(matchesTurn("you"))
    .orderBy(
      sql`coalesce(${customers.assigneeId}, ${customers.createdBy}) <> ${reader.id}`,
      asc(customers.statusSince),
      asc(customers.id),
    )
    .limit(FIRST_MAX);
  return {
    yours,
    first: first
      .map((one) => toRow(one, reader))
      .map((row) => ({
        company: nameOf(row),
        label: describeStatus(row.status).label,
        line: row.line,
        href: inPortal(row.home),
      })),
    withCustomers: countMatching(counts, { turn: "customer" }),
    withPlaid: countMatching(counts, { turn: "plaid" }),
    href: inPortal("/customers?turn=you"),
  };
}

/** Drafts that are about to be deleted, first the one whose time ends first; undefined when none is any more. */
export async function readEnding({ parameters }: MailFacts, reader: Reader) {
  const ids = required(parameters, "customerIds").split(" ");
  const found = await db
    .select(rowColumns)
    .from(customers)
    .where(and(inArray(customers.id, ids), sql`${deletesAt} is not null`))
    .orderBy(asc(deletesAt));
  if (found.length === 0) return undefined;
  const drafts = found.flatMap((one) => {
    const row = toRow(one, reader);
    if (row.deletesAt === null) return [];
    return [{ company: nameOf(row), deletesAt: row.deletesAt, href: inPortal(row.home) }];
  });
  return { drafts, more: numberOf(parameters, "more") };
}

function nameOf({ companyName }: CustomerRow): string {
  return companyName || "Unnamed customer";
}

/** Where the next thing is done, if that is in the portal. */
function actionOf(row: CustomerRow): { label: string; href: string } {
  return row.action?.href.startsWith("/")
    ? { label: row.action.label, href: inPortal(row.action.href) }
    : { label: "Open the customer", href: inPortal(row.home) };
}

function inPortal(path: string): string {
  return new URL(path, publicOrigin()).href;
}
