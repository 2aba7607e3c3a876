import "server-only";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { customers, users } from "@/db/schema";
import type { Actor } from "@/lib/auth/model";
import { queueMail } from "@/lib/mail/queue";
import { describeStatus } from "@/lib/statuses/model";

type StatusChange = {
  customerId: string;
  /** The status before. */
  from: string;
  status: string;
};

/**
 * Tells the one of the partner's people whose customer it is that it is their turn. Called with every
 * change of a status, in its transaction; a status of the same turn is no news, and nobody is told
 * of what they did themselves.
 */
export async function notifyTurn(
  tx: Transaction,
  actor: Actor,
  { customerId, from, status }: StatusChange,
): Promise<void> {
  if (!isOurTurn(status) || isOurTurn(from)) return;
  const [owner] = await tx
    .select({ id: users.id, email: users.email })
    .from(customers)
    .innerJoin(users, eq(users.id, sql`coalesce(${customers.assigneeId}, ${customers.createdBy})`))
    .where(
      and(eq(customers.id, customerId), eq(users.wantsTurnMails, true), isNull(users.suspendedAt)),
    );
  if (!owner || (actor.kind === "staff" && actor.userId === owner.id)) return;
  await queueMail(tx, {
    template: "your-turn",
    recipient: owner.email,
    parameters: { customerId, userId: owner.id },
  });
}

function isOurTurn(status: string): boolean {
  return describeStatus(status).turn === "you";
}
