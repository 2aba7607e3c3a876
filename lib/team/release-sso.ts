import "server-only";
import { eq } from "drizzle-orm";
import { ssoAccounts } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor } from "@/lib/auth/model";
import { ok, type Result } from "@/lib/result";
import { actOn } from "./act-on";
import type { TeamError } from "./model";

/** For who has a new account at the identity provider: the next sign-in binds that one. */
export async function releaseSsoAccount(
  actor: Actor,
  id: string,
): Promise<Result<null, TeamError>> {
  authorize(actor, "team.manage");
  const fresh = await requireFreshSignIn(actor);
  if (!fresh.ok) return fresh;

  return actOn(actor, id, async (tx) => {
    const released = await tx
      .delete(ssoAccounts)
      .where(eq(ssoAccounts.userId, id))
      .returning({ userId: ssoAccounts.userId });
    if (released.length > 0) {
      await recordAudit(tx, actor, { action: "user.sso_released", subject: id });
    }
    return ok(null);
  });
}
