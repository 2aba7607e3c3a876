import "server-only";
import { timingSafeEqual } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { handoverDevices, handovers } from "@/db/schema";
import { deviceCode } from "@/lib/applicants/code";
import { newCookie } from "@/lib/applicants/start";
import { cookieHash, type Presented } from "@/lib/applicants/visits";
import { recordAudit } from "@/lib/audit/record";
import type { Origin } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { log } from "@/lib/log";
import { giveBackTry } from "@/lib/rate-limits/take";
import { fail, ok, type Result } from "@/lib/result";
import type { GiveCodeProblem } from "./model";
import { type Found, lockOpenLink, recipientOf } from "./visits";

/** Wrong codes that lock a link for good, from however many devices. */
const CODE_TRIES_MAX = 5;

/** The six digits mailed for a device; each device has one code. */
export function handoverCode(deviceId: string): string {
  return deviceCode({ id: deviceId, serial: 1 });
}

/** Lets this browser in once it gives the mailed code, under another cookie. */
export async function giveCode(
  { typed, ...presented }: Presented & { typed: string },
  origin: Origin,
): Promise<Result<{ cookie: string }, GiveCodeProblem>> {
  const digits = typed.replaceAll(/[\s-]/g, "");
  return await db.transaction(async (tx) => {
    const found = await lockOpenLink(tx, presented);
    if (!found) return fail({ code: "ended" });
    const { device } = found;
    if (!device || device.confirmedAt) return fail({ code: "needs_start" });
    if (!/^\d{6}$/.test(digits)) return fail({ code: "malformed" });
    if (device.codeOver) return fail({ code: "over" });
    if (!timingSafeEqual(Buffer.from(digits), Buffer.from(handoverCode(device.id)))) {
      return await countWrong(tx, found, origin);
    }
    const cookie = newCookie();
    await tx
      .update(handoverDevices)
      .set({ tokenHash: cookieHash(cookie), confirmedAt: sql`now()`, ...origin })
      .where(eq(handoverDevices.id, device.id));
    await note(tx, found, origin, "handover.code_given");
    await giveBackTry("handover.start", origin.ip);
    return ok({ cookie });
  });
}

async function countWrong(tx: Transaction, found: Found, origin: Origin) {
  const tries = sql<number>`${handovers.codeTries} + 1`;
  const [counted] = await tx
    .update(handovers)
    .set({
      codeTries: tries,
      lockedAt: sql`case when ${tries} >= ${CODE_TRIES_MAX} then now() end`,
    })
    .where(eq(handovers.id, found.id))
    .returning({ tries: handovers.codeTries });
  const triesLeft = CODE_TRIES_MAX - (counted?.tries ?? CODE_TRIES_MAX);
  if (triesLeft > 0) return fail({ code: "wrong", triesLeft });
  log.warn({ handover: found.id }, "a hand-over link is locked");
  await note(tx, found, origin, "handover.locked");
  return fail({ code: "locked" });
}

async function note(tx: Transaction, found: Found, origin: Origin, action: string): Promise<void> {
  const details = { handover: found.id };
  await recordAudit(tx, recipientOf(found, origin), { action, subject: found.customerId, details });
  await announce(tx, found.customerId);
}
