import "server-only";
import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor, Role } from "@/lib/auth/model";
import { queueMail } from "@/lib/mail/queue";
import { ok, type Result } from "@/lib/result";
import { actOn } from "./act-on";
import type { TeamError } from "./model";

/** What somebody may do from the next request on. Who is at work already is told by mail. */
export async function changeRole(
  actor: Actor,
  { id, role }: { id: string; role: Role },
): Promise<Result<null, TeamError>> {
  authorize(actor, "team.manage");
  const fresh = await requireFreshSignIn(actor);
  if (!fresh.ok) return fresh;

  return actOn(actor, id, async (tx, { role: from, status, email }) => {
    if (role === from) return ok(null);
    await tx.update(users).set({ role }).where(eq(users.id, id));
    const details = { from, to: role };
    await recordAudit(tx, actor, { action: "user.role_changed", subject: id, details });
    if (status === "active") {
      const parameters = { userId: id, changedBy: actor.userId, role };
      await queueMail(tx, { template: "role-changed", recipient: email, parameters });
    }
    return ok(null);
  });
}
