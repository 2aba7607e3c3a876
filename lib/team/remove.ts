import "server-only";
import { eq } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { ssoAccounts, users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor } from "@/lib/auth/model";
import { closeLinks } from "@/lib/auth/people";
import { fail, ok, type Result } from "@/lib/result";
import { actOn, type Colleague } from "./act-on";
import type { TeamError } from "./model";
import { shutOut } from "./suspend";

/** For good: suspended, and unknown to single sign-on. The row stays, because what they did names it. */
export async function removePerson(actor: Actor, id: string): Promise<Result<null, TeamError>> {
  authorize(actor, "team.manage");
  const fresh = await requireFreshSignIn(actor);
  if (!fresh.ok) return fresh;

  return actOn(actor, id, async (tx, person) => {
    const { status } = person;
    if (status === "invited") return fail({ code: "wrong_status", status });
    await shutOut(tx, person);
    await tx.delete(ssoAccounts).where(eq(ssoAccounts.userId, id));
    await recordAudit(tx, actor, { action: "user.removed", subject: id });
    return ok(null);
  });
}

/** Takes an invitation back: who never came is deleted, unless work was given to them already. */
export async function revokeTeamInvitation(
  actor: Actor,
  id: string,
): Promise<Result<null, TeamError>> {
  authorize(actor, "team.manage");
  return actOn(actor, id, async (tx, person) => {
    const { status, email } = person;
    if (status !== "invited") return fail({ code: "wrong_status", status });
    await closeLinks(tx, email);
    if (!(await deletePerson(tx, id))) await shutOut(tx, person);
    await recordAudit(tx, actor, { action: "user.invitation_revoked", subject: id });
    return ok(null);
  });
}

const STILL_REFERRED_TO = "23503";

/** False where something refers to the person. */
async function deletePerson(tx: Transaction, id: Colleague["id"]): Promise<boolean> {
  try {
    await tx.transaction((attempt) => attempt.delete(users).where(eq(users.id, id)));
    return true;
  } catch (error) {
    if (codeOf(error) === STILL_REFERRED_TO) return false;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? Reflect.get(cause, "code") : undefined;
}
