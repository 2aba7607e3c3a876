import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customers, institutionChanges, institutions } from "@/db/schema";
import { announce } from "@/lib/live/announce";
import type { RegistrationAnswer } from "@/lib/partner-api/answers";

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
 */
export async function recordRegistration(tx: Transaction, asked: Statement): Promise<void> {
  const { customerId, asOf } = asked;
  const [known] = await tx
    .select({ asOf: customers.registrationsAsOf, status: customers.status })
    .from(customers)
    .where(eq(customers.id, customerId))
    .for("update");
  if (!known || (known.asOf && known.asOf > asOf)) return;
  const answer = begun(asked.answer, known.status);
  const statement = { ...asked, answer };

  const changed = await changedStatuses(tx, statement);
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
}

/** Before enabling Plaid lists every bank as not started: nobody is asked yet, so none counts. */
function begun(answer: RegistrationAnswer, status: string): RegistrationAnswer {
  const some = answer.institutions.some((bank) => bank.status !== "NOT_STARTED");
  return some || status === "ACTIVE" ? answer : { ...answer, institutions: [] };
}

async function changedStatuses(tx: Transaction, { customerId, answer, source }: Statement) {
  const rows = await tx
    .select({ institutionId: institutions.institutionId, status: institutions.status })
    .from(institutions)
    .where(eq(institutions.customerId, customerId));
  const known = new Map(rows.map(({ institutionId, status }) => [institutionId, status]));
  return answer.institutions
    .filter(({ institutionId, status }) => known.get(institutionId) !== status)
    .map(({ institutionId, status }) => ({ customerId, institutionId, status, source }));
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
