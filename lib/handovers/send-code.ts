import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { handoverDevices, handovers } from "@/db/schema";
import { newCookie } from "@/lib/applicants/start";
import { cookieHash, type Presented } from "@/lib/applicants/visits";
import { recordAudit } from "@/lib/audit/record";
import { networkKey } from "@/lib/auth/link-token";
import type { Origin } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { log } from "@/lib/log";
import { queueMail } from "@/lib/mail/queue";
import { fail, ok, type Result } from "@/lib/result";
import type { SendCodeProblem } from "./model";
import { type Found, lockOpenLink, recipientOf } from "./visits";

const STARTS_PER_MINUTE_MAX = 10;
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
    const network = networkKey(origin.ip);
    // Starts of one network are counted one after the other.
    await tx.execute(sql`select pg_advisory_xact_lock(4, hashtext(${network}))`);
    const found = await lockOpenLink(tx, presented);
    if (!found) return fail({ code: "ended" });
    const { device } = found;
    if (device?.trusted) return ok({ cookie: null });
    if (device && !device.confirmedAt && !device.codeOver && !another) return ok({ cookie: null });
    const refusal = await tooMany(tx, found, network);
    if (refusal) return fail(refusal);

    const cookie = newCookie();
    const [made] = await tx
      .insert(handoverDevices)
      .values({
        handoverId: found.id,
        tokenHash: cookieHash(cookie),
        // Who gives the code leaves its address as evidence; until then it is only counted.
        ip: network,
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

async function tooMany(tx: Transaction, { id, device }: Found, network: string) {
  const since = (age: string) => gt(handoverDevices.codeSentAt, sql`now() - ${age}::interval`);
  const own = device && and(eq(handoverDevices.id, device.id), since("30 seconds"));
  if (own && (await tx.$count(handoverDevices, own)) > 0) return { code: "too_soon" } as const;
  const codes = and(eq(handoverDevices.handoverId, id), since("15 minutes"));
  if ((await tx.$count(handoverDevices, codes)) >= CODES_PER_QUARTER_HOUR_MAX) {
    log.warn({ handover: id }, "too many codes asked for");
    return { code: "too_many_codes" } as const;
  }
  const starts = and(eq(handoverDevices.ip, network), since("1 minute"));
  if ((await tx.$count(handoverDevices, starts)) < STARTS_PER_MINUTE_MAX) return undefined;
  log.warn({ network }, "too many codes of one network");
  return { code: "too_many_starts" } as const;
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
