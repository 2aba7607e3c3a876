import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { createAttempts, customers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Actor } from "@/lib/auth/model";
import { dueIn, pollInterval } from "@/lib/customers/schedule";
import { announce } from "@/lib/live/announce";
import { notifyTurn } from "@/lib/notifications/turn";
import type { CreateAnswer } from "@/lib/partner-api/answers";
import type { PartnerApiError } from "@/lib/partner-api/errors";
import { keepSecret } from "@/lib/secrets/keep";
import { linkOrphans } from "@/lib/webhooks/project";

type Attempt = { id: string; customerId: string };

/** Also ends an attempt the sweeper had given up on: a late answer is still the truth. */
export async function recordCreated(
  actor: Actor,
  attempt: Attempt,
  answer: CreateAnswer,
): Promise<void> {
  const { requestId, clientId, status, sandboxSecret, productionSecret } = answer;
  await db.transaction(async (tx) => {
    const { customerId } = attempt;
    await finish(tx, attempt, { state: "CREATED", requestId });
    await attachClient(tx, actor, { id: customerId, clientId, status });
    if (sandboxSecret) await keepSecret(tx, { customerId, kind: "sandbox", secret: sandboxSecret });
    if (productionSecret) {
      await keepSecret(tx, { customerId, kind: "production", secret: productionSecret });
    }
    const details = { clientId, status, requestId: requestId ?? "" };
    await recordAudit(tx, actor, { action: "customer.created", subject: customerId, details });
  });
}

/** The customer as Plaid knows it from now on. */
export async function attachClient(
  tx: Transaction,
  actor: Actor,
  { id, clientId, status }: { id: string; clientId: string; status: string },
): Promise<void> {
  const from = await lockStatus(tx, id);
  await tx
    .update(customers)
    .set({
      clientId,
      status,
      statusSince: sql`now()`,
      submittedAt: sql`now()`,
      checkedAt: sql`now()`,
      updatedAt: sql`now()`,
      dueAt: dueIn(pollInterval({ status, ageSeconds: 0, openBanks: 0 })),
    })
    .where(eq(customers.id, id));
  await linkOrphans(tx, clientId);
  await notifyTurn(tx, actor, { customerId: id, from, status });
  await announce(tx, id);
}

async function lockStatus(tx: Transaction, id: string): Promise<string> {
  const [found] = await tx
    .select({ status: customers.status })
    .from(customers)
    .where(eq(customers.id, id))
    .for("update");
  if (!found) throw new Error(`There is no customer ${id}`);
  return found.status;
}

/** Plaid said no, or was certainly not reached: the draft is ours again. */
export async function recordRefused(
  actor: Actor,
  attempt: Attempt,
  error: PartnerApiError,
): Promise<void> {
  const state = error.kind === "rejected" ? "REFUSED" : "NOT_SENT";
  await recordFailure(actor, attempt, { state, status: "SUBMIT_FAILED", error });
}

/** Whether the customer exists is not known; nothing is sent again until a person has looked. */
export async function recordUnknown(
  actor: Actor,
  attempt: Attempt,
  error: PartnerApiError,
): Promise<void> {
  await recordFailure(actor, attempt, { state: "UNKNOWN", status: "SUBMIT_UNKNOWN", error });
}

const actions = {
  REFUSED: "onboarding.refused",
  NOT_SENT: "onboarding.not_sent",
  UNKNOWN: "onboarding.unanswered",
} as const;

type Failure = {
  state: keyof typeof actions;
  status: "SUBMIT_FAILED" | "SUBMIT_UNKNOWN";
  error: PartnerApiError;
};

async function recordFailure(
  actor: Actor,
  attempt: Attempt,
  { state, status, error }: Failure,
): Promise<void> {
  await db.transaction(async (tx) => {
    await finish(tx, attempt, {
      state,
      requestId: error.requestId,
      errorKind: error.kind,
      errorCode: error.code,
      errorMessage: error.detail,
    });
    const from = await lockStatus(tx, attempt.customerId);
    const failed = { status, statusSince: sql`now()`, updatedAt: sql`now()`, dueAt: null };
    await tx.update(customers).set(failed).where(eq(customers.id, attempt.customerId));
    const action = actions[state];
    const details = { attempt: attempt.id, code: error.code, requestId: error.requestId ?? "" };
    await recordAudit(tx, actor, { action, subject: attempt.customerId, details });
    await notifyTurn(tx, actor, { customerId: attempt.customerId, from, status });
    await announce(tx, attempt.customerId);
  });
}

type Ending = Partial<Omit<typeof createAttempts.$inferInsert, "customerId" | "id">>;

async function finish(tx: Transaction, attempt: Attempt, ending: Ending): Promise<void> {
  await tx
    .update(createAttempts)
    .set({ ...ending, finishedAt: sql`now()` })
    .where(
      and(eq(createAttempts.id, attempt.id), inArray(createAttempts.state, ["SENDING", "UNKNOWN"])),
    );
}
