import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { handoverDevices, handovers } from "@/db/schema";
import { newCookie } from "@/lib/applicants/start";
import { cookieHash, type Presented } from "@/lib/applicants/visits";
import { recordAudit } from "@/lib/audit/record";
import type { Origin } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { log } from "@/lib/log";
import { queueMail } from "@/lib/mail/queue";
import { takeTry } from "@/lib/rate-limits/take";
import { fail, ok, type Result } from "@/lib/result";
import type { SendCodeProblem } from "./model";
import { type Found, lockOpenLink, recipientOf } from "./visits";

const CODES_PER_QUARTER_HOUR_MAX = 5;

/**
 * "Send me the code": mails six digits to the recipient, for this browser.
 *
 * @param another whether the code of this browser is to be replaced; pressed twice, it stays.
 * @returns the cookie to set; null where the browser's own is still good.
 */
export async function sendCode(
  presented: Presented,
  origin: Origin,
  { another = false } = {},
): Promise<Result<{ cookie: string | null }, SendCodeProblem>> {
  return await db.transaction(async (tx) => {
    const found = await lockOpenLink(tx, presented);
    if (!found) return fail({ code: "ended" });
    const { device } = found;
    if (device?.trusted) return ok({ cookie: null });
    if (device && !device.confirmedAt && !device.codeOver && !another) return ok({ cookie: null });
    const refusal = await tooMany(tx, found);
    if (refusal) return fail(refusal);
    const start = await takeTry("handover.start", origin.ip);
    if (!start.ok) return fail({ code: "too_many_starts" });

    const cookie = newCookie();
    const [made] = await tx
      .insert(handoverDevices)
      .values({
        handoverId: found.id,
        tokenHash: cookieHash(cookie),
        // Who gives the code leaves its address as evidence, and nobody before.
        ip: "",
        userAgent: origin.userAgent,
      })
      .returning({ id: handoverDevices.id });
    if (!made) throw new Error("The device was not written");
    await noteOpened(tx, found, origin);
    await queueMail(tx, {
      template: "handover-code",
      recipient: found.email,
      parameters: { deviceId: made.id },
      handoverId: found.id,
    });
    return ok({ cookie });
  });
}

async function tooMany(tx: Transaction, { id, device }: Found) {
  const since = (age: string) => gt(handoverDevices.codeSentAt, sql`now() - ${age}::interval`);
  const own = device && and(eq(handoverDevices.id, device.id), since("30 seconds"));
  if (own && (await tx.$count(handoverDevices, own)) > 0) return { code: "too_soon" } as const;
  const codes = and(eq(handoverDevices.handoverId, id), since("15 minutes"));
  if ((await tx.$count(handoverDevices, codes)) < CODES_PER_QUARTER_HOUR_MAX) return undefined;
  log.warn({ handover: id }, "too many codes asked for");
  return { code: "too_many_codes" } as const;
}

async function noteOpened(tx: Transaction, found: Found, origin: Origin): Promise<void> {
  if (!found.openedAt) {
    await tx.update(handovers).set({ openedAt: sql`now()` }).where(eq(handovers.id, found.id));
  }
  await recordAudit(tx, recipientOf(found, origin), {
    action: "handover.code_sent",
    subject: found.customerId,
    details: { handover: found.id },
  });
  await announce(tx, found.customerId);
}
