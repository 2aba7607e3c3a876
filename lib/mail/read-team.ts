import "server-only";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "@/db/client";
import { users, verificationTokens } from "@/db/schema";
import { signInUrl } from "@/lib/auth/link-token";
import { publicOrigin } from "@/lib/env";
import { type MailFacts, required } from "./parameters";

const others = alias(users, "others");

/** Somebody who is still to join by this very link; undefined for a link that was replaced, used or taken back. */
export async function readJoining({ recipient: email, parameters }: MailFacts) {
  const linkId = required(parameters, "linkId");
  const [found] = await db
    .select({
      name: users.name,
      role: users.role,
      inviter: others.name,
      endsAt: verificationTokens.expiresAt,
    })
    .from(users)
    .innerJoin(others, eq(others.id, required(parameters, "inviterId")))
    .innerJoin(
      verificationTokens,
      and(eq(verificationTokens.identifier, users.email), eq(verificationTokens.linkId, linkId)),
    )
    .where(
      and(
        ...[eq(users.id, required(parameters, "userId")), eq(users.email, email)],
        ...[isNull(users.suspendedAt), gt(verificationTokens.expiresAt, sql`now()`)],
      ),
    );
  return found && { ...found, url: signInUrl(linkId, email) };
}

/** Undefined where the role was changed again, or the person may not sign in any more. */
export async function readNewRole({ recipient, parameters }: MailFacts) {
  const [found] = await db
    .select({ name: users.name, role: users.role, by: others.name })
    .from(users)
    .innerJoin(others, eq(others.id, required(parameters, "changedBy")))
    .where(
      and(
        ...[eq(users.id, required(parameters, "userId")), eq(users.email, recipient)],
        ...[sql`${users.role} = ${required(parameters, "role")}`, isNull(users.suspendedAt)],
      ),
    );
  return found && { ...found, href: new URL("/admin/team/roles", publicOrigin()).href };
}
