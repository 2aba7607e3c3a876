import "server-only";
import { and, eq, gte } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, secrets } from "@/db/schema";
import type { StaffActor } from "@/lib/auth/model";
import { enableCustomer } from "@/lib/customers/enable";
import { databaseNow } from "@/lib/customers/now";
import { refreshStatus } from "@/lib/customers/refresh";
import { createDraft } from "@/lib/imports/create-draft";
import type { ImportPatches } from "@/lib/imports/model";
import { remindCustomer } from "@/lib/invitations/remind-now";
import { PartnerApiError } from "@/lib/partner-api/errors";
import { assignCustomer } from "@/lib/reviews/assign";
import type { ItemReason, RunKind } from "./model";

/** Plaid wants fewer calls, or another process is still at the customer. */
const LATER_SECONDS = 20;

export type Outcome =
  | { state: "done" | "failed" | "unknown"; reason?: ItemReason }
  /** Nothing is decided: it is looked at again, as what it was. */
  | { state: "later"; as: "queued" | "running"; seconds: number };

type Item = {
  customerId: string;
  position: number;
  assigneeId: string | null;
  patches: ImportPatches | null;
  startedAt: Date | null;
  interrupted: boolean;
};

type Act = (actor: StaffActor, item: Item) => Promise<Outcome>;

const done: Outcome = { state: "done" };

export const acts: Record<RunKind, Act> = { remind, assign, enable, import: importRow };

async function remind(actor: StaffActor, item: Item): Promise<Outcome> {
  const reminded = await remindCustomer(actor, item.customerId);
  if (reminded.ok) return done;
  const { error } = reminded;
  const before = item.interrupted && error.code === "mailed_lately" && item.startedAt;
  // It was this very item that mailed, before its process ended.
  if (before && new Date(error.at) >= before) return done;
  return { state: "failed", reason: error };
}

async function assign(actor: StaffActor, { customerId, assigneeId }: Item): Promise<Outcome> {
  const assigned = await assignCustomer(actor, { customerId, userId: assigneeId });
  return assigned.ok ? done : { state: "failed", reason: assigned.error };
}

async function importRow(actor: StaffActor, { customerId, ...row }: Item): Promise<Outcome> {
  const { patches, position } = row;
  await createDraft(actor, { id: customerId, patches: patches ?? {}, row: position });
  return done;
}

async function enable(actor: StaffActor, item: Item): Promise<Outcome> {
  const { customerId } = item;
  if (item.interrupted) return afterInterruption(actor, item);
  // Start, Resume and Retry took a fresh sign-in; a long run must not outlive it.
  const enabled = await enableCustomer(
    { ...actor, secondFactorAt: await databaseNow() },
    customerId,
  );
  if (enabled.ok) {
    const { status } = await standing(customerId);
    return status === "ACTIVE" ? done : { state: "failed", reason: { code: "second_person" } };
  }
  const { error } = enabled;
  if (error.code === "unknown") return { state: "unknown", reason: error };
  if (error.code === "refused" && error.problem.kind === "rate_limited") {
    return { state: "later", as: "queued", seconds: LATER_SECONDS };
  }
  return { state: "failed", reason: error };
}

/** Never enabled again by the run: Plaid is asked what became of it. */
async function afterInterruption(actor: StaffActor, item: Item): Promise<Outcome> {
  const { customerId: id } = item;
  const { status, clientId } = await standing(id);
  // The loop settles it a minute after the call began.
  if (status === "ENABLING") return { state: "later", as: "running", seconds: LATER_SECONDS };
  if (status === "ENABLE_UNKNOWN" || !clientId) {
    return { state: "unknown", reason: { code: "unknown", status: null } };
  }
  try {
    return await resultOf(item, await refreshStatus(actor, { id, clientId }));
  } catch (error) {
    if (!(error instanceof PartnerApiError)) throw error;
    return { state: "unknown", reason: { code: "unknown", status: null } };
  }
}

async function resultOf(item: Item, status: string): Promise<Outcome> {
  if (status === "PENDING_ENABLEMENT") {
    return { state: "failed", reason: { code: "interrupted" } };
  }
  if (status !== "ACTIVE") return { state: "failed", reason: { code: "not_ready", status } };
  return (await receivedSecret(item)) ? done : { state: "done", reason: { code: "answer_lost" } };
}

async function standing(id: string): Promise<{ status: string; clientId: string | null }> {
  const [customer] = await db
    .select({ status: customers.status, clientId: customers.clientId })
    .from(customers)
    .where(eq(customers.id, id));
  return customer ?? { status: "REMOVED", clientId: null };
}

/** Plaid gave a Production secret before, too, when the customer was created. */
async function receivedSecret({ customerId, startedAt }: Item): Promise<boolean> {
  const [secret] = await db
    .select({ kind: secrets.kind })
    .from(secrets)
    .where(
      and(
        eq(secrets.customerId, customerId),
        eq(secrets.kind, "production"),
        startedAt ? gte(secrets.receivedAt, startedAt) : undefined,
      ),
    );
  return secret !== undefined;
}
