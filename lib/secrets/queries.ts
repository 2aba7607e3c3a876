import "server-only";
import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { handovers, secrets, users } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import { type Actor, maskEmail, may, type StaffActor } from "@/lib/auth/model";
import standIns from "@/lib/languages/messages/en/staff/standIns.json";
import { graceEnd, isPromised } from "./lock-secret";
import { type SecretKind, type SecretView, secretKinds } from "./model";
import { isOwn } from "./reveal";

const secretsQuery = db
  .select({
    kind: secrets.kind,
    held: sql<boolean>`${secrets.sealed} is not null`,
    receivedAt: secrets.receivedAt,
    pasted: sql<boolean>`${secrets.pastedBy} is not null`,
    dueAt: secrets.dueAt,
    promised: isPromised,
    inGrace: sql<boolean>`coalesce(${graceEnd} > now(), false)`,
    until: graceEnd,
    revealedAt: secrets.revealedAt,
    revealedBy: secrets.revealedBy,
    revealerName: users.name,
    revealedIp: secrets.revealedIp,
    revealerSignedInAt: secrets.revealerSignedInAt,
    expiredAt: secrets.expiredAt,
    recipient: handovers.email,
    linkEnds: handovers.expiresAt,
  })
  .from(secrets)
  .leftJoin(users, eq(users.id, secrets.revealedBy))
  .leftJoin(handovers, eq(handovers.id, secrets.handoverId))
  .where(eq(secrets.customerId, sql.placeholder("id")))
  .prepare("customer_secrets");

type Row = Awaited<ReturnType<typeof secretsQuery.execute>>[number];

/** Always both kinds, whatever Plaid gave us; never a value, sealed or not. */
export async function listSecrets(actor: Actor, customerId: string): Promise<SecretView[]> {
  authorize(actor, "customer.read");
  const found = await secretsQuery.execute({ id: customerId });
  return secretKinds.map((kind) => {
    const row = found.find((secret) => secret.kind === kind);
    return row ? viewOf(kind, row, actor) : { kind, state: "not_held" };
  });
}

function viewOf(kind: SecretKind, row: Row, actor: StaffActor): SecretView {
  const { revealedAt, recipient, expiredAt } = row;
  if (revealedAt && recipient) {
    const shown = shownTo(actor, recipient);
    return { kind, state: "handed_over", at: revealedAt.toISOString(), recipient: shown };
  }
  if (revealedAt) return { kind, ...revealedView(row, revealedAt, actor) };
  if (row.held && row.promised && recipient) {
    const expiresAt = (row.linkEnds ?? new Date()).toISOString();
    return { kind, state: "promised", recipient: shownTo(actor, recipient), expiresAt };
  }
  if (row.held) {
    const { receivedAt, pasted, dueAt } = row;
    const deletedAt = (dueAt ?? receivedAt).toISOString();
    return { kind, state: "held", receivedAt: receivedAt.toISOString(), pasted, deletedAt };
  }
  return expiredAt
    ? { kind, state: "expired", at: expiredAt.toISOString() }
    : { kind, state: "not_held" };
}

function revealedView(row: Row, revealedAt: Date, actor: StaffActor) {
  const revealedBy = row.revealerName ?? standIns.person;
  if (row.held && row.inGrace) {
    const until = (row.until ?? revealedAt).toISOString();
    return { state: "open", until, yours: isOwn(row, actor), revealedBy } as const;
  }
  const revealedFrom = row.revealedIp ?? standIns.address;
  return { state: "revealed", at: revealedAt.toISOString(), revealedBy, revealedFrom } as const;
}

function shownTo(actor: StaffActor, email: string): string {
  return may(actor, "contact.read") ? email : maskEmail(email);
}
