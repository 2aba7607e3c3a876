import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { refreshInstitutions } from "@/lib/institutions/refresh";
import { PartnerApiError } from "@/lib/partner-api/errors";
import { fail, ok, type Result } from "@/lib/result";
import type { CheckError } from "./model";
import { refreshStatus } from "./refresh";

/** Between two questions about one customer, in seconds. */
const PAUSE_SECONDS = 10;

/** Asks Plaid now for the status and the banks of one customer. */
export async function checkCustomer(
  actor: Actor,
  id: string,
): Promise<Result<{ status: string }, CheckError>> {
  authorize(actor, "customer.check");

  const [customer] = await db
    .select({
      clientId: customers.clientId,
      status: customers.status,
      ageSeconds: sql<number | null>`extract(epoch from now() - ${customers.checkedAt})::float8`,
    })
    .from(customers)
    .where(eq(customers.id, id));
  if (!customer) return fail({ code: "not_found" });
  const { clientId, ageSeconds } = customer;
  if (!clientId || customer.status === "REMOVED") return fail({ code: "not_sent" });
  if (ageSeconds !== null && ageSeconds < PAUSE_SECONDS) {
    return fail({ code: "too_soon", waitSeconds: Math.ceil(PAUSE_SECONDS - ageSeconds) });
  }

  try {
    const status = await refreshStatus(actor, { id, clientId });
    await refreshInstitutions({ id, clientId }, "check");
    return ok({ status });
  } catch (error) {
    if (error instanceof PartnerApiError)
      return fail({ code: "refused", problem: error.toProblem() });
    throw error;
  }
}
