import "server-only";
import { randomBytes } from "node:crypto";
import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { applicantDevices, mails } from "@/db/schema";
import type { Origin } from "@/lib/auth/model";
import { log } from "@/lib/log";
import { queueMail } from "@/lib/mail/queue";
import { takeTry } from "@/lib/rate-limits/take";
import { fail, ok, type Result } from "@/lib/result";
import type { ResendProblem, StartProblem } from "./model";
import { cookieHash, type Found, lockLink, type Presented } from "./visits";

const CODES_PER_QUARTER_HOUR_MAX = 5;

/** 256 bits that a browser keeps; only their hash is kept here. */
export function newCookie(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * `Start`: goes on where this browser gave a code before, else mails one to the invited address.
 *
 * @returns the cookie to set; null where the browser's own is still good.
 */
export async function startVisit(
  presented: Presented,
  origin: Origin,
): Promise<Result<{ cookie: string | null }, StartProblem>> {
  return await db.transaction(async (tx) => {
    const found = await lockLink(tx, presented);
    if (!found) return fail({ code: "unknown" });
    if (found.expired) return fail({ code: "expired" });

    if (found.device?.confirmedAt) {
      await beginSession(tx, found.device.id);
      return ok({ cookie: null });
    }
    // Pressed twice: the code that was mailed is still good.
    if (found.device && !found.device.codeOver) return ok({ cookie: null });

    const start = await takeTry("apply.start", origin.ip);
    if (!start.ok) return fail({ code: "too_many_starts" });
    if (await tooManyCodes(tx, found)) return fail({ code: "too_many_codes" });
    await forgetUnconfirmed(tx, found);
    const cookie = newCookie();
    const [device] = await tx
      .insert(applicantDevices)
      .values({
        invitationId: found.id,
        invitationVersion: found.version,
        tokenHash: cookieHash(cookie),
        // Who gives the code leaves its address as evidence, and nobody before.
        ip: "",
        userAgent: origin.userAgent,
      })
      .returning({ id: applicantDevices.id, serial: applicantDevices.codeSerial });
    if (!device) throw new Error("The device was not written");
    await mailCode(tx, found, device);
    return ok({ cookie });
  });
}

/** Another code for a browser that waits for one; the one before is worth nothing then. */
export async function resendCode(presented: Presented): Promise<Result<null, ResendProblem>> {
  return await db.transaction(async (tx) => {
    const found = await lockLink(tx, presented);
    if (!found) return fail({ code: "unknown" });
    if (found.expired) return fail({ code: "expired" });
    if (!found.device || found.device.confirmedAt) return fail({ code: "needs_start" });
    if (await tooManyCodes(tx, found)) return fail({ code: "too_many_codes" });
    const [device] = await tx
      .update(applicantDevices)
      .set({
        codeSerial: sql`${applicantDevices.codeSerial} + 1`,
        codeSentAt: sql`now()`,
        codeTries: 0,
      })
      .where(
        and(
          eq(applicantDevices.id, found.device.id),
          lt(applicantDevices.codeSentAt, sql`now() - interval '30 seconds'`),
        ),
      )
      .returning({ id: applicantDevices.id, serial: applicantDevices.codeSerial });
    if (!device) return fail({ code: "too_soon" });
    await mailCode(tx, found, device);
    return ok(null);
  });
}

/** What is typed was kept all along: a session decides only who may go on. */
async function beginSession(tx: Transaction, deviceId: string): Promise<void> {
  await tx
    .update(applicantDevices)
    .set({ sessionStartedAt: sql`now()`, lastSeenAt: sql`now()` })
    .where(eq(applicantDevices.id, deviceId));
}

/** Every code is a mail; the link is locked, so that none is missed. */
async function tooManyCodes(tx: Transaction, { id }: Found): Promise<boolean> {
  const codes = await tx.$count(
    mails,
    and(
      eq(mails.invitationId, id),
      eq(mails.template, "device-code"),
      gt(mails.createdAt, sql`now() - interval '15 minutes'`),
    ),
  );
  if (codes >= CODES_PER_QUARTER_HOUR_MAX) log.warn({ invitation: id }, "too many codes asked for");
  return codes >= CODES_PER_QUARTER_HOUR_MAX;
}

async function forgetUnconfirmed(tx: Transaction, { id }: Found): Promise<void> {
  await tx
    .delete(applicantDevices)
    .where(
      and(
        eq(applicantDevices.invitationId, id),
        isNull(applicantDevices.confirmedAt),
        lt(applicantDevices.createdAt, sql`now() - interval '1 day'`),
      ),
    );
}

async function mailCode(tx: Transaction, found: Found, device: { id: string; serial: number }) {
  await queueMail(tx, {
    template: "device-code",
    recipient: found.email,
    parameters: { deviceId: device.id, serial: String(device.serial) },
    invitationId: found.id,
  });
}
