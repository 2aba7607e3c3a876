import "server-only";
import { timingSafeEqual } from "node:crypto";
import { and, eq, isNull, not, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { applicantDevices, invitations } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Origin } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { log } from "@/lib/log";
import { giveBackTry } from "@/lib/rate-limits/take";
import { fail, ok, type Result } from "@/lib/result";
import { deviceCode } from "./code";
import type { CodeProblem } from "./model";
import { newCookie } from "./start";
import {
  actorOf,
  CODE_TRIES_MAX,
  codeOver,
  cookieHash,
  type Found,
  lockLink,
  type Presented,
} from "./visits";

/**
 * Trusts this browser once it gives the mailed code, and begins its session under another cookie:
 * one that somebody had put there before knows nothing.
 */
export async function confirmDevice(
  { typed, ...presented }: Presented & { typed: string },
  origin: Origin,
): Promise<Result<{ cookie: string }, CodeProblem>> {
  const digits = typed.replaceAll(/[\s-]/g, "");
  return await db.transaction(async (tx) => {
    const found = await lockLink(tx, presented);
    if (!found) return fail({ code: "unknown" });
    if (found.expired) return fail({ code: "expired" });
    const { device } = found;
    if (!device || device.confirmedAt) return fail({ code: "needs_start" });
    if (!/^\d{6}$/.test(digits)) return fail({ code: "malformed" });

    const tried = await countTry(tx, device.id);
    if (!tried) return fail({ code: "over" });
    if (!isSame(digits, deviceCode({ id: device.id, serial: tried.serial }))) {
      const triesLeft = CODE_TRIES_MAX - tried.tries;
      if (triesLeft === 0) log.warn({ invitation: found.id }, "a code was tried too often");
      return triesLeft > 0 ? fail({ code: "wrong", triesLeft }) : fail({ code: "over" });
    }
    const cookie = await trust(tx, device.id, origin);
    await noteOpened(tx, found, origin);
    await giveBackTry("apply.start", origin.ip);
    return ok({ cookie });
  });
}

/** One statement counts a try and says whether it counts: of any number at once, five do. */
async function countTry(tx: Transaction, deviceId: string) {
  const [tried] = await tx
    .update(applicantDevices)
    .set({ codeTries: sql`${applicantDevices.codeTries} + 1` })
    .where(
      and(eq(applicantDevices.id, deviceId), isNull(applicantDevices.confirmedAt), not(codeOver)),
    )
    .returning({ serial: applicantDevices.codeSerial, tries: applicantDevices.codeTries });
  return tried;
}

async function trust(tx: Transaction, deviceId: string, origin: Origin): Promise<string> {
  const cookie = newCookie();
  const now = sql`now()`;
  await tx
    .update(applicantDevices)
    .set({
      tokenHash: cookieHash(cookie),
      confirmedAt: now,
      sessionStartedAt: now,
      lastSeenAt: now,
      ...origin,
    })
    .where(eq(applicantDevices.id, deviceId));
  return cookie;
}

async function noteOpened(tx: Transaction, found: Found, origin: Origin): Promise<void> {
  const first = found.openedAt === null;
  if (first) {
    await tx.update(invitations).set({ openedAt: sql`now()` }).where(eq(invitations.id, found.id));
  }
  await recordAudit(tx, actorOf(found, new Date(), origin), {
    action: first ? "invitation.opened" : "invitation.opened_again",
    subject: found.customerId,
    details: { invitation: found.id },
  });
  await announce(tx, found.customerId);
}

function isSame(typed: string, code: string): boolean {
  return timingSafeEqual(Buffer.from(typed), Buffer.from(code));
}
