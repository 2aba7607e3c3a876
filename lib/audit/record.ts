import "server-only";
import type { Transaction } from "@/db/client";
import { auditEntries } from "@/db/schema";
import type { Actor } from "@/lib/auth/model";

type Entry = {
  action: string;
  /** Id of what was acted on. */
  subject: string;
  /** Codes and identifiers only: the log is kept when personal data is erased. */
  details?: Record<string, string>;
};

/** Writes the entry in the transaction of the act itself: neither exists without the other. */
export async function recordAudit(tx: Transaction, actor: Actor, entry: Entry): Promise<void> {
  await tx
    .insert(auditEntries)
    .values({ ...whoActs(actor), ...entry, details: entry.details ?? {} });
}

function whoActs(actor: Actor) {
  if (actor.kind === "system") {
    return { actorKind: actor.kind, actorId: actor.job, actorName: systemNames[actor.job] };
  }
  const { ip, userAgent } = actor.origin;
  return { actorKind: actor.kind, ...person(actor), ip, userAgent };
}

function person(actor: Exclude<Actor, { kind: "system" }>) {
  switch (actor.kind) {
    case "staff":
      return { actorId: actor.userId, actorName: actor.name };
    case "applicant":
      return { actorId: actor.invitationId, actorName: "Invited customer" };
    case "recipient":
      return { actorId: actor.handoverId, actorName: "Recipient of the keys" };
  }
}

const systemNames = {
  webhook: "Plaid webhook",
  poll: "Scheduler",
  sweep: "Scheduler",
  reminder: "Scheduler",
  unsubscribe: "Unsubscribe link",
  command: "Command line",
  retention: "Scheduler",
} as const;
