import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import type { Role, StaffActor } from "@/lib/auth/model";
import { isLastAdmin, lockTeam } from "@/lib/auth/people";
import { fail, ok, type Result } from "@/lib/result";
import type { Obstacle, PersonStatus, TeamError } from "./model";
import { statusColumn } from "./status";

export type OpenPerson = {
  id: string;
  name: string;
  email: string;
  role: Role;
  status: PersonStatus;
};

/**
 * Somebody of the team, on whom nobody else acts until the transaction ends.
 *
 * @throws ForbiddenError when another admin has just taken away what the actor's session still said.
 */
export async function openPerson(
  tx: Transaction,
  actor: StaffActor,
  id: string,
): Promise<Result<OpenPerson, TeamError>> {
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
