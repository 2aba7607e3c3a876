import "server-only";
import { eq, sql } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { customers, institutionChanges, institutions } from "@/db/schema";
import { announce } from "@/lib/live/announce";
import type { RegistrationAnswer } from "@/lib/partner-api/answers";
import type { BankEffect } from "@/lib/webhooks/model";

type Statement = {
  customerId: string;
  answer: RegistrationAnswer;
  /** Database time just before Plaid was asked. */
  asOf: Date;
  source: "webhook" | "poll" | "check";
};

/**
 * Makes the bank grid equal to what Plaid said. Answers can overtake each other: the later question
 * wins, not the later arrival. A history row is written for each real change only.
 *
 * @returns what changed.
 */
export async function recordRegistration(tx: Transaction, asked: Statement): Promise<BankEffect[]> {
  const { customerId, asOf, source } = asked;
  const [known] = await tx
    .select({ asOf: customers.registrationsAsOf, status: customers.status })
    .from(customers)
    .where(eq(customers.id, customerId))
    .for("update");
  if (!known || (known.asOf && known.asOf > asOf)) return [];
  const answer = begun(asked.answer, known.status);
  const effects = await effectsOf(tx, customerId, answer);
  const changed = effects
    .filter(({ from, to }) => from !== to)
    .map(({ institutionId, to }) => ({ customerId, institutionId, status: to, source }));
  if (answer.institutions.length > 0) await upsert(tx, customerId, answer.institutions);
  if (changed.length > 0) await tx.insert(institutionChanges).values(changed);

  const banks = answer.institutions;
  await tx
    .update(customers)
    .set({
      registrationsAsOf: asOf,
      flowdownStatus: answer.flowdownStatus,
      questionnaireStatus: answer.questionnaireStatus,
      banksTotal: banks.length,
      banksEnabled: banks.filter(({ status }) => status === "ENABLED").length,
      banksAttention: banks.filter(({ status }) => status === "ATTENTION_REQUIRED").length,
      ...(changed.length > 0 && { updatedAt: sql`now()` }),
    })
    .where(eq(customers.id, customerId));
  await announce(tx, customerId);
  return effects;
}

/** Before enabling Plaid lists every bank as not started: nobody is asked yet, so none counts. */
function begun(answer: RegistrationAnswer, status: string): RegistrationAnswer {
  const some = answer.institutions.some((bank) => bank.status !== "NOT_STARTED");
  return some || status === "ACTIVE" ? answer : { ...answer, institutions: [] };
}

/** What recording an answer of just now would change. */
export async function wouldChange(
  customerId: string,
  answer: RegistrationAnswer,
): Promise<BankEffect[]> {
  const [known] = await db
    .select({ status: customers.status })
    .from(customers)
    .where(eq(customers.id, customerId));
  return known ? effectsOf(db, customerId, begun(answer, known.status)) : [];
}

async function effectsOf(
  source: Database | Transaction,
  customerId: string,
  answer: RegistrationAnswer,
): Promise<BankEffect[]> {
  const { institutionId, status, errors } = institutions;
  const rows = await source
    .select({ institutionId, status, errors })
    .from(institutions)
    .where(eq(institutions.customerId, customerId));
  const known = new Map(rows.map((row) => [row.institutionId, row]));
  return answer.institutions
    .map((bank) => {
      const before = known.get(bank.institutionId);
      const had = before?.errors.map(({ errorMessage }) => errorMessage) ?? [];
      const errorsAdded = bank.errors
        .map(({ errorMessage }) => errorMessage)
        .filter((message) => !had.includes(message));
      const { institutionId, name, status: to } = bank;
      return { institutionId, name, from: before?.status ?? null, to, errorsAdded };
    })
    .filter(({ from, to, errorsAdded }) => from !== to || errorsAdded.length > 0);
}

async function upsert(
  tx: Transaction,
  customerId: string,
  banks: RegistrationAnswer["institutions"],
): Promise<void> {
  const incoming = (column: string) => sql.raw(`excluded.${column}`);
  await tx
    .insert(institutions)
    .values(banks.map((bank) => ({ customerId, ...bank })))
    .onConflictDoUpdate({
      target: [institutions.customerId, institutions.institutionId],
      set: {
        name: incoming("name"),
        environments: incoming("environments"),
        productionEnablementDate: incoming("production_enablement_date"),
        classicDisablementDate: incoming("classic_disablement_date"),
        errors: incoming("errors"),
        statusSince: sql`case when ${institutions.status} = excluded.status then ${institutions.statusSince} else now() end`,
        status: incoming("status"),
      },
    });
}
