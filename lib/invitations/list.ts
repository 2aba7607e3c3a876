import "server-only";
import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { customers, invitations, mails } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import { type Actor, maskEmail, may } from "@/lib/auth/model";
import { type Delivery, deliveryOf } from "@/lib/mail/model";
import { isWithCustomer } from "@/lib/statuses/model";
import { invitationUrl } from "./link";
import type { InvitationState, InvitationView } from "./model";

/** Every link of one customer, the partner's latest first, with what each reader passed on under it. */
export async function listInvitations(actor: Actor, customerId: string): Promise<InvitationView[]> {
  authorize(actor, "customer.read");
  const found = await db
    .select({
      invitation: invitations,
      expired: sql<boolean>`${invitations.expiresAt} <= now()`,
      status: customers.status,
    })
    .from(invitations)
    .innerJoin(customers, eq(customers.id, invitations.customerId))
    .where(eq(invitations.customerId, customerId))
    .orderBy(desc(invitations.createdAt), asc(invitations.id));
  const latest = await latestMails(found.map(({ invitation }) => invitation.id));

  const viewOf = (row: (typeof found)[number]): InvitationView => {
    const { invitation } = row;
    const { id, name, email, createdAt, steps, acceptsAddendum, dueOn, revokedAt } = invitation;
    const mail = latest.get(id);
    return {
      ...{ id, steps, acceptsAddendum, dueOn },
      name: may(actor, "contact.read") ? name : "••••",
      email: may(actor, "contact.read") ? email : maskEmail(email),
      state: stateOf(row),
      delivery: mail?.delivery ?? { state: "dropped" },
      sentAt: (mail?.createdAt ?? createdAt).toISOString(),
      expiresAt: invitation.expiresAt.toISOString(),
      openedAt: iso(invitation.openedAt),
      activeAt: iso(invitation.activeAt),
      submittedAt: iso(invitation.submittedAt),
      revokedAt: iso(revokedAt),
      link: may(actor, "onboarding.invite") && !revokedAt ? invitationUrl(invitation) : null,
      forwarded: found.filter(({ invitation }) => invitation.forwardedFrom === id).map(viewOf),
    };
  };
  return found.filter(({ invitation }) => invitation.forwardedFrom === null).map(viewOf);
}

type Row = { invitation: typeof invitations.$inferSelect; expired: boolean; status: string };

/** Answers that came back for changes are not handed in any more. */
function stateOf({ invitation, expired, status }: Row): InvitationState {
  const { revokedAt, submittedAt, activeAt, openedAt } = invitation;
  if (revokedAt) return "revoked";
  if (submittedAt && !isWithCustomer(status)) return "submitted";
  if (expired) return "expired";
  if (activeAt) return "active";
  return openedAt ? "opened" : "sent";
}

/** Of each invitation the latest mail that carried its link. */
async function latestMails(ids: string[]): Promise<Map<string, Latest>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectDistinctOn([mails.invitationId])
    .from(mails)
    .where(and(inArray(mails.invitationId, ids), ne(mails.template, "device-code")))
    .orderBy(mails.invitationId, desc(mails.createdAt), desc(mails.id));
  return new Map(
    rows.map((mail) => [
      mail.invitationId ?? "",
      { createdAt: mail.createdAt, delivery: deliveryOf(mail) },
    ]),
  );
}

type Latest = { createdAt: Date; delivery: Delivery };

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
