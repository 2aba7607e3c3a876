import "server-only";
import { and, desc, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { mails, ssoAccounts, users, verificationTokens } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import { signInUrl } from "@/lib/auth/link-token";
import type { Actor } from "@/lib/auth/model";
import { env, identityProvider } from "@/lib/env";
import { deliveryOf } from "@/lib/mail/model";
import { obstacleTo } from "./act-on";
import { rowColumns, toRow } from "./list";
import type { InvitationView, PersonView } from "./model";
import { matchesStatus } from "./status";

const ADMINS_NAMED = 3;

export async function getPerson(actor: Actor, id: string): Promise<PersonView | undefined> {
  authorize(actor, "team.manage");
  const [found] = await db
    .select({
      row: rowColumns,
      createdAt: users.createdAt,
      suspendedAt: users.suspendedAt,
      invitationEndsAt: users.invitationEndsAt,
      ended: sql<boolean>`coalesce(${users.invitationEndsAt} <= now(), false)`,
    })
    .from(users)
    .where(eq(users.id, id.replaceAll("\0", "")));
  if (!found) return undefined;
  const row = toRow(found.row);
  return {
    ...row,
    addedAt: found.createdAt.toISOString(),
    suspendedAt: found.suspendedAt?.toISOString() ?? null,
    obstacle: (await obstacleTo(db, actor, row.id)) ?? null,
    invitation: row.status === "invited" ? await readInvitation({ ...found, ...row }) : null,
    ssoSince: await readSsoSince(row.id),
  };
}

/** Who can change roles: the first few, by name, for people who may not. */
export async function listAdmins(actor: Actor): Promise<string[]> {
  authorize(actor, "role.read");
  const admins = await db
    .select({ name: users.name })
    .from(users)
    .where(and(eq(users.role, "admin"), matchesStatus.active))
    .orderBy(users.name, users.id)
    .limit(ADMINS_NAMED);
  return admins.map(({ name }) => name);
}

type Invited = { id: string; email: string; invitationEndsAt: Date | null; ended: boolean };

async function readInvitation(invited: Invited): Promise<InvitationView> {
  const { id, email, invitationEndsAt, ended } = invited;
  const [mail] = await db
    .select()
    .from(mails)
    .where(eq(mails.userId, id))
    .orderBy(desc(mails.createdAt))
    .limit(1);
  return {
    endsAt: invitationEndsAt?.toISOString() ?? null,
    ended,
    delivery: mail ? deliveryOf(mail) : null,
    link: env().SMTP_URL ? null : await readLink(email),
  };
}

async function readLink(email: string): Promise<string | null> {
  const [open] = await db
    .select({ linkId: verificationTokens.linkId })
    .from(verificationTokens)
    .where(
      and(eq(verificationTokens.identifier, email), gt(verificationTokens.expiresAt, sql`now()`)),
    )
    .orderBy(desc(verificationTokens.expiresAt))
    .limit(1);
  return open ? signInUrl(open.linkId, email) : null;
}

async function readSsoSince(userId: string): Promise<string | null> {
  const issuer = identityProvider()?.issuer;
  if (!issuer) return null;
  const [bound] = await db
    .select({ boundAt: ssoAccounts.boundAt })
    .from(ssoAccounts)
    .where(and(eq(ssoAccounts.userId, userId), eq(ssoAccounts.issuer, issuer)));
  return bound?.boundAt.toISOString() ?? null;
}
