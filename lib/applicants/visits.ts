import "server-only";
import { createHash } from "node:crypto";
import { and, eq, isNull, lt, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Database, db, type Transaction } from "@/db/client";
import { applicantDevices, invitations, users } from "@/db/schema";
import { type ApplicantActor, maskEmail, type Origin } from "@/lib/auth/model";
import { tokenHash } from "@/lib/invitations/link";
import type { LinkFacts } from "./model";

/** All ages are measured by the clock of the database. */
const idleLimit = sql`interval '30 minutes'`;
const sessionLimit = sql`interval '8 hours'`;
const touchEvery = sql`interval '1 minute'`;

/** What a browser brings: the token of its link, and of its device's cookie ("" where it has none). */
export type Presented = { token: string; cookie: string };

export type Visit =
  | { at: "unknown" }
  | { at: "expired" | "needs_start" | "needs_code"; link: LinkFacts }
  | { at: "inside"; link: LinkFacts; actor: ApplicantActor };

export type Found = NonNullable<Awaited<ReturnType<typeof findLink>>>;

/**
 * Where this browser stands with its link. A revocation, another address, an end of the link or of
 * the session act here, on the very next request.
 */
export async function readVisit(presented: Presented, origin: Origin): Promise<Visit> {
  const found = await findLink(db, presented);
  if (!found) return { at: "unknown" };
  const link = factsOf(found);
  if (found.expired) return { at: "expired", link };
  const { device } = found;
  if (!device) return { at: "needs_start", link };
  if (!device.confirmedAt) return { at: "needs_code", link };
  if (!device.open) return { at: "needs_start", link };
  if (device.untouched) await touch(device.id);
  return { at: "inside", link, actor: actorOf(found, device.confirmedAt, origin) };
}

const forwarder = alias(invitations, "forwarder");

/**
 * One look-up by hashes, whatever was presented: an unknown, mistyped, older or revoked token, also
 * of whoever passed it on, finds nothing in the same way.
 */
async function findLink(source: Database | Transaction, { token, cookie }: Presented) {
  const [found] = await source
    .select({
      id: invitations.id,
      customerId: invitations.customerId,
      forwardedFrom: invitations.forwardedFrom,
      version: invitations.version,
      name: invitations.name,
      email: invitations.email,
      steps: invitations.steps,
      language: invitations.language,
      acceptsAddendum: invitations.acceptsAddendum,
      lifetimeDays: invitations.lifetimeDays,
      expiresAt: invitations.expiresAt,
      openedAt: invitations.openedAt,
      expired: sql<boolean>`${invitations.expiresAt} <= now()`,
      senderName: sql<string>`coalesce(${users.name}, ${forwarder.name})`,
      senderEmail: sql<string>`coalesce(${users.email}, ${forwarder.email})`,
      device: {
        id: applicantDevices.id,
        confirmedAt: applicantDevices.confirmedAt,
        codeOver,
        open: sessionIsOpen,
        untouched: sql<boolean>`${applicantDevices.lastSeenAt} < now() - ${touchEvery}`,
      },
    })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.createdBy))
    .leftJoin(forwarder, eq(forwarder.id, invitations.forwardedFrom))
    .leftJoin(
      applicantDevices,
      and(
        eq(applicantDevices.invitationId, invitations.id),
        eq(applicantDevices.invitationVersion, invitations.version),
        eq(applicantDevices.tokenHash, cookieHash(cookie)),
      ),
    )
    .where(
      and(
        eq(invitations.tokenHash, tokenHash(token)),
        isNull(invitations.revokedAt),
        isNull(forwarder.revokedAt),
      ),
    );
  return found;
}

/** The same, held until the transaction ends: nobody revokes or changes the link meanwhile. */
export async function lockLink(tx: Transaction, presented: Presented): Promise<Found | undefined> {
  await tx
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(eq(invitations.tokenHash, tokenHash(presented.token)), isNull(invitations.revokedAt)),
    )
    .for("update");
  // Read anew: while this one waited, another request may have used the code.
  return await findLink(tx, presented);
}

export const CODE_TRIES_MAX = 5;

export const codeOver = sql<boolean>`(${applicantDevices.codeSentAt} <= now() - interval '10 minutes'
  or ${applicantDevices.codeTries} >= ${CODE_TRIES_MAX})`;

const sessionIsOpen = sql<boolean>`coalesce(
  ${applicantDevices.sessionStartedAt} > now() - ${sessionLimit}
  and ${applicantDevices.lastSeenAt} > now() - ${idleLimit}, false)`;

/** Nothing that is kept opens a session: the database has only this. */
export function cookieHash(cookie: string): string {
  return createHash("sha256").update(cookie).digest("hex");
}

/** A session counts as seen once a minute: a write per request would cost more than it tells. */
async function touch(deviceId: string): Promise<void> {
  await db
    .update(applicantDevices)
    .set({ lastSeenAt: sql`now()` })
    .where(
      and(
        eq(applicantDevices.id, deviceId),
        lt(applicantDevices.lastSeenAt, sql`now() - ${touchEvery}`),
      ),
    );
}

function factsOf(found: Found): LinkFacts {
  const { forwardedFrom, email, steps, acceptsAddendum, expiresAt, device } = found;
  return {
    sender: { name: found.senderName, email: found.senderEmail },
    forwarded: forwardedFrom !== null,
    address: maskEmail(email),
    steps,
    acceptsAddendum,
    expiresAt: expiresAt.toISOString(),
    returning: Boolean(device?.confirmedAt),
    codeOver: device?.codeOver ?? false,
  };
}

type Invited = Pick<Found, "id" | "customerId" | "name" | "email" | "steps" | "language">;

/** Whoever was invited, on a device that gave the code. */
export function actorOf(invited: Invited, authenticatedAt: Date, origin: Origin): ApplicantActor {
  const { id: invitationId, customerId, name, email, steps, language } = invited;
  return {
    kind: "applicant",
    invitationId,
    customerId,
    name,
    email,
    steps,
    language,
    authenticatedAt,
    origin,
  };
}
