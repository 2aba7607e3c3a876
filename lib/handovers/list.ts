import "server-only";
import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { handoverDevices, handovers, mails, users } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import { type Actor, maskEmail, may } from "@/lib/auth/model";
import { type Delivery, deliveryOf } from "@/lib/mail/model";
import type { HandoverState, HandoverView } from "./model";

const SHOWN_MAX = 20;

/** The latest links of one customer, latest first. */
export async function listHandovers(actor: Actor, customerId: string): Promise<HandoverView[]> {
  authorize(actor, "customer.read");
  const found = await db
    .select({
      handover: handovers,
      createdBy: users.name,
      expired: sql<boolean>`${handovers.expiresAt} <= now()`,
      codeGivenAt: sql<Date | null>`(
        select min(${handoverDevices.confirmedAt}) from ${handoverDevices}
        where ${handoverDevices.handoverId} = ${handovers.id})`.mapWith(handovers.expiresAt),
    })
    .from(handovers)
    .innerJoin(users, eq(users.id, handovers.createdBy))
    .where(eq(handovers.customerId, customerId))
    .orderBy(desc(handovers.createdAt), desc(handovers.id))
    .limit(SHOWN_MAX);
  const deliveries = await linkMails(found.map(({ handover }) => handover.id));
  const known = may(actor, "contact.read");

  return found.map((row) => {
    const { id, kinds, name, email, ...handover } = row.handover;
    return {
      ...{ id, kinds, createdBy: row.createdBy },
      name: known ? name : "••••",
      email: known ? email : maskEmail(email),
      state: stateOf(row),
      delivery: deliveries.get(id) ?? { state: "dropped" },
      createdAt: handover.createdAt.toISOString(),
      expiresAt: handover.expiresAt.toISOString(),
      openedAt: iso(handover.openedAt),
      codeGivenAt: iso(row.codeGivenAt),
      lockedAt: iso(handover.lockedAt),
      revokedAt: iso(handover.revokedAt),
      revealedAt: iso(handover.revealedAt),
      revealedFrom: handover.revealedIp,
      storedAt: iso(handover.storedAt),
    };
  });
}

type Row = { handover: typeof handovers.$inferSelect; expired: boolean };

function stateOf({ handover, expired }: Row): HandoverState {
  if (handover.revealedAt) return "revealed";
  if (handover.revokedAt) return "revoked";
  if (handover.lockedAt) return "locked";
  if (expired) return "expired";
  return handover.openedAt ? "opened" : "sent";
}

/** How the mails went that carried the links. */
async function linkMails(ids: string[]): Promise<Map<string | null, Delivery>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select()
    .from(mails)
    .where(and(inArray(mails.handoverId, ids), eq(mails.template, "handover")));
  return new Map(rows.map((mail) => [mail.handoverId, deliveryOf(mail)]));
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
