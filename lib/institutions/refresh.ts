import "server-only";
import { db } from "@/db/client";
import { databaseNow } from "@/lib/customers/now";
import { getOAuthInstitutions } from "@/lib/partner-api/client";
import { recordRegistration } from "./record";

/**
 * Asks Plaid how a customer stands with its banks and records it.
 *
 * @returns the database time of the question: everything Plaid signed before it is covered.
 * @throws PartnerApiError when Plaid did not answer.
 */
export async function refreshInstitutions(
  customer: { id: string; clientId: string },
  source: "webhook" | "poll" | "check",
): Promise<Date> {
  const asOf = await databaseNow();
  const answer = await getOAuthInstitutions(customer.id, customer.clientId);
  await db.transaction((tx) =>
    recordRegistration(tx, { customerId: customer.id, answer, asOf, source }),
  );
  return asOf;
}
