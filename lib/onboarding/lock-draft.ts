import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customers } from "@/db/schema";
import { fail, ok, type Result } from "@/lib/result";
import { isDraft } from "@/lib/statuses/model";

/** The draft, held until the transaction ends, so that it cannot be sent while it is changed. */
export async function lockDraft(
  tx: Transaction,
  id: string,
): Promise<
  Result<{ status: string }, { code: "not_found" } | { code: "already_sent"; status: string }>
> {
  const [customer] = await tx
    .select({ status: customers.status })
    .from(customers)
    .where(eq(customers.id, id))
    .for("update")
    .prepare("draft_locked")
    .execute();
  if (!customer) return fail({ code: "not_found" });
  if (!isDraft(customer.status)) return fail({ code: "already_sent", status: customer.status });
  return ok(customer);
}
