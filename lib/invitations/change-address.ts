import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { invitations } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { wordsIn } from "@/lib/languages/say";
import { announce } from "@/lib/live/announce";
import { fail, ok, type Result } from "@/lib/result";
import { inDays, mailLink } from "./add";
import { checkAddress } from "./check";
import { invitationTokenHash } from "./link";
import { type Link, lockOpenLink } from "./lock-link";
import type { AddressProblem } from "./model";

/**
 * Sends the same person a new link to another address. The old link, and every device that was
 * trusted with it, is worth nothing from then on.
 */
export async function changeInvitationAddress(
  actor: Actor,
  { email: typed, ...link }: Link & { email: string },
): Promise<Result<{ email: string }, AddressProblem>> {
  authorize(actor, "onboarding.invite");
  const checked = checkAddress({ email: typed });
  if (!checked.ok) return checked;
  const { email } = checked.value;

  return db.transaction(async (tx) => {
    const locked = await lockOpenLink(tx, link);
    if (!locked.ok) return locked;
    const { invitation } = locked.value;
    if (invitation.email === email) {
      const same = wordsIn("en").sayOfInvitation("errors.sameAddress");
      return fail({ code: "incorrect", errors: { email: same } });
    }
    const { id } = invitation;
    const version = invitation.version + 1;
    await tx
      .update(invitations)
      .set({
        email,
        version,
        tokenHash: invitationTokenHash({ id, version }),
        expiresAt: inDays(invitation.lifetimeDays),
        openedAt: null,
      })
      .where(eq(invitations.id, id));
    await mailLink(tx, { ...invitation, email, version });
    await recordAudit(tx, actor, {
      action: "invitation.address_changed",
      subject: link.customerId,
      details: { invitation: id },
    });
    await announce(tx, link.customerId);
    return ok({ email });
  });
}
