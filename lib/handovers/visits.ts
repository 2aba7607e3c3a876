import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { customers, handoverDevices, handovers, secrets, users } from "@/db/schema";
import { cookieHash, type Presented } from "@/lib/applicants/visits";
import { type Actor, maskEmail, type Origin } from "@/lib/auth/model";
import { tokenHash } from "@/lib/invitations/link";
import { GRACE_MINUTES } from "@/lib/secrets/model";
import type { HandoverFacts } from "./model";

/** Where a browser stands with its link. */
export type Visit =
  /** One and the same for a link that never was, was revoked, locked or used, or whose time is over. */
  | { at: "ended" }
  | { at: "needs_start" | "needs_code" | "inside"; link: HandoverFacts; codeOver: boolean }
  /** This device was shown the secrets: it can open them again for a while, and then has the receipt. */
  | { at: "open"; link: HandoverFacts; until: string }
  | { at: "received"; link: HandoverFacts; receivedAt: string };

export type Found = NonNullable<Awaited<ReturnType<typeof findLink>>>;

/** Looks only: scanners of mail open links, too. */
export async function readVisit(presented: Presented): Promise<Visit> {
  const found = await findLink(db, presented);
  if (!found) return { at: "ended" };
  const link = factsOf(found);
  if (found.revealedAt) {
    if (!isRevealer(found)) return { at: "ended" };
    return found.until
      ? { at: "open", link, until: found.until.toISOString() }
      : { at: "received", link, receivedAt: found.revealedAt.toISOString() };
  }
  if (found.over) return { at: "ended" };
  const { device } = found;
  const codeOver = device?.codeOver ?? false;
  if (!device || (device.confirmedAt && !device.trusted))
    return { at: "needs_start", link, codeOver };
  return { at: device.confirmedAt ? "inside" : "needs_code", link, codeOver };
}

const codeOver = sql<boolean>`${handoverDevices.codeSentAt} <= now() - interval '10 minutes'`;

/** The code lets a device in for half an hour. */
const trusted = sql<boolean>`coalesce(
  ${handoverDevices.confirmedAt} > now() - interval '30 minutes', false)`;

/** Until when what was shown can be opened again; null once it is deleted. */
const until = sql<Date | null>`(
  select max(${secrets.revealedAt}) + make_interval(mins => ${GRACE_MINUTES}) from ${secrets}
  where ${secrets.handoverId} = ${handovers.id} and ${secrets.sealed} is not null
    and ${secrets.revealedAt} > now() - make_interval(mins => ${GRACE_MINUTES}))`.mapWith(
  handovers.expiresAt,
);

async function findLink(source: Database | Transaction, { token, cookie }: Presented) {
  const [found] = await source
    .select({
      id: handovers.id,
      customerId: handovers.customerId,
      clientId: customers.clientId,
      company: customers.companyName,
      kinds: handovers.kinds,
      email: handovers.email,
      expiresAt: handovers.expiresAt,
      openedAt: handovers.openedAt,
      over: sql<boolean>`${handovers.revokedAt} is not null or ${handovers.lockedAt} is not null
        or ${handovers.expiresAt} <= now()`,
      revealedAt: handovers.revealedAt,
      revealedDevice: handovers.revealedDevice,
      until,
      sender: { name: users.name, email: users.email },
      device: {
        id: handoverDevices.id,
        confirmedAt: handoverDevices.confirmedAt,
        codeOver,
        trusted,
      },
    })
    .from(handovers)
    .innerJoin(customers, eq(customers.id, handovers.customerId))
    .innerJoin(users, eq(users.id, handovers.createdBy))
    .leftJoin(
      handoverDevices,
      and(
        eq(handoverDevices.handoverId, handovers.id),
        eq(handoverDevices.tokenHash, cookieHash(cookie)),
      ),
    )
    .where(eq(handovers.tokenHash, tokenHash(token)));
  return found;
}

/** The same, held until the transaction ends: of two devices, one is first. */
export async function lockLink(tx: Transaction, presented: Presented): Promise<Found | undefined> {
  await tx
    .select({ id: handovers.id })
    .from(handovers)
    .where(eq(handovers.tokenHash, tokenHash(presented.token)))
    .for("update");
  // Read anew: while this one waited, another request may have used the link.
  return await findLink(tx, presented);
}

/** Held as above; undefined when nothing can be done with it any more. */
export async function lockOpenLink(
  tx: Transaction,
  presented: Presented,
): Promise<Found | undefined> {
  const found = await lockLink(tx, presented);
  return found && !found.over && !found.revealedAt ? found : undefined;
}

export function isRevealer({ device, revealedDevice }: Found): boolean {
  return device !== null && device.id === revealedDevice;
}

export function recipientOf({ id: handoverId }: Found, origin: Origin): Actor {
  return { kind: "recipient", handoverId, origin };
}

function factsOf({ company, sender, email, kinds, expiresAt }: Found): HandoverFacts {
  return {
    ...{ company, sender, kinds },
    address: maskEmail(email),
    expiresAt: expiresAt.toISOString(),
  };
}
