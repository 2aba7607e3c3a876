import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { customers } from "@/db/schema";
import { refreshInstitutions } from "@/lib/institutions/refresh";
import { sweepSubmission } from "@/lib/onboarding/sweep";
import { takeCall } from "@/lib/work/budget";
import { settleEnabling } from "./enable";
import { isNotFound, refreshStatus } from "./refresh";

const scheduler = { kind: "system", job: "poll" } as const;

/** What is due for a customer follows from its status: end what hangs, ask Plaid about the rest. */
export async function performDueCustomer(id: string, signal: AbortSignal): Promise<void> {
  const [customer] = await db
    .select({ clientId: customers.clientId, status: customers.status })
    .from(customers)
    .where(eq(customers.id, id));
  if (!customer) return;
  const { clientId, status } = customer;

  if (status === "SUBMITTING") return sweepSubmission(id);
  if (!clientId) {
    await db.update(customers).set({ dueAt: null }).where(eq(customers.id, id));
    return;
  }
  await takeCall("poll", signal);
  if (status === "ENABLING" || status === "ENABLE_UNKNOWN") {
    await settleEnabling(scheduler, { id, clientId });
    return;
  }
  await poll({ id, clientId }, signal);
}

async function poll(
  customer: { id: string; clientId: string },
  signal: AbortSignal,
): Promise<void> {
  try {
    if ((await refreshStatus(scheduler, customer)) !== "ACTIVE") return;
    await takeCall("poll", signal);
    await refreshInstitutions(customer, "poll");
  } catch (error) {
    // The row has been marked and is not asked about again until a person does.
    if (!isNotFound(error)) throw error;
  }
}
