import "server-only";
import { db } from "@/db/client";
import { databaseNow } from "@/lib/customers/now";
import { getOAuthInstitutions } from "@/lib/partner-api/client";
import type { BankEffect } from "@/lib/webhooks/model";
import { recordRegistration, wouldChange } from "./record";

/**
 * Asks Plaid how a customer stands with its banks and records it.
 *
 * @returns the database time of the question, which covers everything Plaid signed before it, and
 * what the answer changed.
 * @throws PartnerApiError when Plaid did not answer.
 */
export async function refreshInstitutions(
  customer: { id: string; clientId: string },
  source: "webhook" | "poll" | "check",
): Promise<{ asOf: Date; effects: BankEffect[] }> {
  const asOf = await databaseNow();
  const asker = source === "check" ? "person" : "loop";
  const answer = await getOAuthInstitutions(customer.id, customer.clientId, asker);
  const effects = await db.transaction((tx) =>
    recordRegistration(tx, { customerId: customer.id, answer, asOf, source }),
  );
  return { asOf, effects };
}

/**
 * What asking Plaid now would change. Nothing is written.
 *
 * @throws PartnerApiError when Plaid did not answer.
 */
export async function effectsNow(customer: {
  id: string;
  clientId: string;
}): Promise<BankEffect[]> {
  const answer = await getOAuthInstitutions(customer.id, customer.clientId);
  return wouldChange(customer.id, answer);
}
