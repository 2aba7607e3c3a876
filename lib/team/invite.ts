import "server-only";
import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor, Role, StaffActor } from "@/lib/auth/model";
import { closeLinks } from "@/lib/auth/people";
import { openLink } from "@/lib/auth/sign-in-link";
import { newId } from "@/lib/id";
import { queueMail } from "@/lib/mail/queue";
import { fail, ok, type Result } from "@/lib/result";
import { actOn } from "./act-on";
import { INVITATION_DAYS, type InviteError, type TeamError } from "./model";
import { inviteSchema } from "./schema";

/** Somebody new, who joins by the button behind a mailed link. Giving an admin's rights takes a fresh sign-in. */
export async function invitePerson(
  actor: Actor,
  typed: { name: string; email: string; role: string },
): Promise<Result<{ id: string }, InviteError>> {
  authorize(actor, "team.manage");
  const parsed = inviteSchema.safeParse(typed);
  if (!parsed.success) {
    // Each issue is about one of the schema's own fields.
    const fields = parsed.error.issues.map(({ path }) => path[0] as keyof typeof typed);
    return fail({ code: "malformed", fields: [...new Set(fields)] });
  }
  const { name, email, role } = parsed.data;
  const fresh = await mayGive(actor, role);
  if (!fresh.ok) return fresh;

  return await db.transaction(async (tx) => {
    const [added] = await tx
      .insert(users)
      .values({ name, email, role })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (!added) {
      const [holder] = await tx
        .select({ name: users.name })
        .from(users)
        .where(eq(users.email, email));
      return fail({ code: "taken", name: holder?.name ?? email });
    }
    await sendInvitation(tx, actor, { id: added.id, email });
    const details = { role };
    await recordAudit(tx, actor, { action: "user.invited", subject: added.id, details });
    return ok(added);
  });
}

/** A new link for its whole time; the one before is worth nothing from now on. */
export async function resendTeamInvitation(
  actor: Actor,
  id: string,
): Promise<Result<null, TeamError>> {
  authorize(actor, "team.manage");
  return actOn(actor, id, async (tx, { status, role, email }) => {
    if (status !== "invited") return fail({ code: "wrong_status", status });
    const fresh = await mayGive(actor, role, tx);
    if (!fresh.ok) return fresh;
    await sendInvitation(tx, actor, { id, email });
    await recordAudit(tx, actor, { action: "user.invitation_resent", subject: id });
    return ok(null);
  });
}

async function mayGive(actor: StaffActor, role: Role, source?: Transaction) {
  return role === "admin" ? await requireFreshSignIn(actor, source) : ok(null);
}

async function sendInvitation(
  tx: Transaction,
  { userId: inviterId }: StaffActor,
  { id: userId, email }: { id: string; email: string },
): Promise<void> {
  await closeLinks(tx, email);
  const linkId = newId("link");
  await openLink(tx, { email, linkId, minutes: INVITATION_DAYS * 24 * 60 });
  await tx
    .update(users)
    .set({ invitationEndsAt: sql`now() + make_interval(days => ${INVITATION_DAYS})` })
    .where(eq(users.id, userId));
  const parameters = { linkId, userId, inviterId };
  await queueMail(tx, { template: "team-invitation", recipient: email, parameters, userId });
}
