import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { invitations, mails } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Origin } from "@/lib/auth/model";
import { inDays } from "@/lib/invitations/add";
import { announce } from "@/lib/live/announce";
import { queueMail } from "@/lib/mail/queue";
import { planReminder } from "@/lib/notifications/remind";
import { fail, ok, type Result } from "@/lib/result";
import type { RenewProblem } from "./model";
import { actorOf, lockLink, type Presented } from "./visits";

const PER_DAY_MAX = 3;

/**
 * Lets a link that ended live on, and mails it to the invited address alone: whoever asks, only that
 * mailbox gets in.
 */
export async function renewLink(
  presented: Presented,
  origin: Origin,
): Promise<Result<null, RenewProblem>> {
  return await db.transaction(async (tx) => {
    const found = await lockLink(tx, presented);
    if (!found) return fail({ code: "unknown" });
    if (!found.expired) return ok(null);
    const { id, version, email, customerId, lifetimeDays } = found;
    const mailed = await tx.$count(
      mails,
      and(
        eq(mails.invitationId, id),
        eq(mails.template, "new-link"),
        gt(mails.createdAt, sql`now() - interval '1 day'`),
      ),
    );
    if (mailed >= PER_DAY_MAX) return fail({ code: "too_many" });

    await tx
      .update(invitations)
      .set({ expiresAt: inDays(lifetimeDays) })
      .where(eq(invitations.id, id));
    await queueMail(tx, {
      template: "new-link",
      recipient: email,
      parameters: { invitationId: id, version: String(version) },
      invitationId: id,
    });
    await planReminder(tx, id);
    const details = { invitation: id };
    const actor = actorOf(found, new Date(), origin);
    await recordAudit(tx, actor, { action: "invitation.renewed", subject: customerId, details });
    await announce(tx, customerId);
    return ok(null);
  });
}
