import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customers, type FieldHistory, stepAnswers } from "@/db/schema";
import { recordEdits } from "@/lib/activity/edits";
import { foldName } from "@/lib/names/model";
import { tidy } from "@/lib/values/text";
import type { AnswerStep, Answers, Gap } from "./model";

/** Ours: what the lists show of a name. */
const NAME_LENGTH_MAX = 200;

type Save = { written: Written; edits: Parameters<typeof recordEdits>[1]; updated: Updated };

/** A save, in one statement: three would be three ways to the database and back. */
export async function writeSave(tx: Transaction, { written, edits, updated }: Save): Promise<void> {
  const kept = tx.$with("kept").as(keepStep(tx, written));
  const hasEdits = Object.keys(edits.after).length > 0;
  const edited = hasEdits ? [tx.$with("edited").as(recordEdits(tx, edits))] : [];
  await updateCustomer(tx.with(kept, ...edited), updated)
    .prepare("save")
    .execute();
}

type Written = Pick<typeof stepAnswers.$inferInsert, "savedBy"> & {
  fields?: FieldHistory;
  id: string;
  step: AnswerStep;
  answers: object;
  version: number;
};

/** Writes the answers of a step; without `fields` it stays known who changed which of them last. */
export function keepStep(tx: Transaction, { id, step, ...values }: Written) {
  const row = { ...values, savedAt: sql`now()` };
  return tx
    .insert(stepAnswers)
    .values({ ...row, customerId: id, step })
    .onConflictDoUpdate({ target: [stepAnswers.customerId, stepAnswers.step], set: row });
}

type Updated = { id: string; before: string; after: string; answers: Answers; gaps: Gap[] };

/** The row of the lists, as the answers make it. */
export function updateCustomer(
  tx: Pick<Transaction, "update">,
  { id, before, after, answers, gaps }: Updated,
) {
  return tx
    .update(customers)
    .set({
      ...listedOf(answers),
      gaps,
      updatedAt: sql`now()`,
      status: after,
      ...(after === before ? {} : { statusSince: sql`now()` }),
    })
    .where(eq(customers.id, id));
}

/** What lists, search and filters show and use of a draft's answers. */
function listedOf({ company, contacts, support, products }: Answers) {
  const theirs = Object.values(contacts).filter(({ use }) => use === "theirs");
  const emails = [...theirs, support].map(({ email }) => shorten(email).toLowerCase());
  return {
    companyName: shorten(company.companyName),
    legalEntityName: shorten(company.legalEntityName),
    applicationName: shorten(company.applicationName),
    website: shorten(company.website),
    legalEntityNameKey: foldName(company.legalEntityName),
    applicationNameKey: foldName(company.applicationName),
    country: company.address.countryCode || null,
    products: products.use === "chosen" ? products.products : [],
    emails: [...new Set(emails.filter((email) => email !== ""))],
  };
}

/** Counts characters, so that none is cut in half. */
function shorten(typed: string): string {
  return [...tidy(typed)].slice(0, NAME_LENGTH_MAX).join("");
}
