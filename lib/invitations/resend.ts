import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { invitations } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { announce } from "@/lib/live/announce";
import { ok, type Result } from "@/lib/result";
import { inDays, mailLink } from "./add";
import { type Link, lockOpenLink } from "./lock-link";
import type { LinkProblem } from "./model";

/** The same link once more, working for its whole lifetime from now. */
export async function resendInvitation(
  actor: Actor,
  link: Link,
): Promise<Result<{ email: string; expiresAt: string }, LinkProblem>> {
  authorize(actor, "onboarding.invite");

  return db.transaction(async (tx) => {
    const locked = await lockOpenLink(tx, link);
    if (!locked.ok) return locked;
    const { invitation } = locked.value;
    const { id, email, lifetimeDays } = invitation;
    const [renewed] = await tx
      .update(invitations)
      .set({ expiresAt: inDays(lifetimeDays) })
      .where(eq(invitations.id, id))
      .returning({ expiresAt: invitations.expiresAt });
    if (!renewed) throw new Error("The invitation was not renewed");
    await mailLink(tx, invitation);
    await recordAudit(tx, actor, {
      action: "invitation.resent",
      subject: link.customerId,
      details: { invitation: id },
    });
    await announce(tx, link.customerId);
    return ok({ email, expiresAt: renewed.expiresAt.toISOString() });
  });
}
