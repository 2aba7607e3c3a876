import "server-only";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import type { Role } from "./model";

type Person = { email: string; name: string; role: Role };

/** Whoever may run commands on the server decides who is in the team; done twice it changes nothing. */
export async function admitPerson({ email, name, role }: Person): Promise<void> {
  await db.transaction(async (tx) => {
    const actor = { kind: "system", job: "command" } as const;
    const [added] = await tx
      .insert(users)
      .values({ email, name, role })
      .onConflictDoNothing({ target: users.email })
      .returning({ id: users.id });
    if (added) {
      await recordAudit(tx, actor, { action: "user.create", subject: added.id, details: { role } });
      return;
    }
    const [known] = await tx
      .select({ id: users.id, name: users.name, role: users.role })
      .from(users)
      .where(eq(users.email, email))
      .for("update");
    if (!known || (known.name === name && known.role === role)) return;
    await tx.update(users).set({ name, role }).where(eq(users.id, known.id));
    const details = { from: known.role, to: role };
    await recordAudit(tx, actor, { action: "user.change", subject: known.id, details });
  });
}
