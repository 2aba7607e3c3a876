import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import type { Role, StaffActor } from "@/lib/auth/model";
import { isLastAdmin, lockTeam } from "@/lib/auth/people";
import { fail, ok, type Result } from "@/lib/result";
import type { Obstacle, PersonStatus, TeamError } from "./model";
import { statusColumn } from "./status";

export type Colleague = {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: PersonStatus;
};

/**
 * Acts on somebody of the team, in a transaction during which nobody else acts on anybody of it.
 *
 * @throws ForbiddenError when another admin has just taken away what the actor's session still said.
 */
export async function actOn(
  actor: StaffActor,
  id: string,
  act: (tx: Transaction, person: Colleague) => Promise<Result<null, TeamError>>,
): Promise<Result<null, TeamError>> {
  return await db.transaction(async (tx) => {
    const opened = await lockPerson(tx, actor, id);
    return opened.ok ? await act(tx, opened.value) : opened;
  });
}

async function lockPerson(
  tx: Transaction,
  actor: StaffActor,
  id: string,
): Promise<Result<Colleague, TeamError>> {
  await lockTeam(tx);
  const [person] = await tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      status: statusColumn,
    })
    .from(users)
    .where(eq(users.id, id))
    .for("update");
  if (!person) return fail({ code: "not_found" });
  const obstacle = await obstacleTo(tx, actor, id);
  if (obstacle) return fail(obstacle);
  if (!(await isAdmin(tx, actor.userId))) throw new ForbiddenError("staff is no admin any more");
  return ok(person);
}

/** Nobody changes themselves, and the team always keeps an admin. */
export async function obstacleTo(
  source: Database | Transaction,
  { userId }: StaffActor,
  id: string,
): Promise<Obstacle | undefined> {
  if (await isLastAdmin(source, id)) return { code: "last_admin" };
  return id === userId ? { code: "yourself" } : undefined;
}

async function isAdmin(tx: Transaction, id: string): Promise<boolean> {
  const [admin] = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.id, id), eq(users.role, "admin"), isNull(users.suspendedAt)));
  return admin !== undefined;
}
