import { db } from "@/db/client";
import { attestations, createAttempts, customers } from "@/db/schema";
import type { Staff } from "./actors";

export type CustomerValues = Partial<typeof customers.$inferInsert>;

/** Rows as they are, without any draft or Plaid behind them. */
export async function addCustomers(actor: Staff, rows: CustomerValues[]): Promise<string[]> {
  const added = await db
    .insert(customers)
    .values(rows.map((row) => ({ createdBy: actor.userId, ...row })))
    .returning({ id: customers.id });
  return added.map(({ id }) => id);
}

type Attempt = Partial<typeof createAttempts.$inferInsert> & { customerId: string };

/** Earlier tries at Plaid, and the confirmations that each needed. */
export async function addAttempts(actor: Staff, attempts: Attempt[]): Promise<void> {
  const payloadSha256 = "0".repeat(64);
  const { userId, name: userName, authenticatedAt, origin } = actor;
  const evidence = { userId, userName, authenticatedAt, ...origin, payloadSha256 };
  const text = { text: "I confirm it", textSha256: "1".repeat(64), textVersion: 1 };
  const confirmed = [...new Set(attempts.map(({ customerId }) => customerId))];
  await db.insert(attestations).values(
    confirmed.flatMap((customerId) =>
      ["due_diligence", "bank_addendum"].map((kind) => ({
        ...evidence,
        ...text,
        customerId,
        kind,
      })),
    ),
  );
  await db
    .insert(createAttempts)
    .values(attempts.map((attempt) => ({ payload: {}, payloadSha256, userId, ...attempt })));
}
