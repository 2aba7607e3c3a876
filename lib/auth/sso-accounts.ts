import "server-only";
import { and, eq, or } from "drizzle-orm";
import type { AdapterUser } from "next-auth/adapters";
import { z } from "zod";
import { db } from "@/db/client";
import { ssoAccounts, users } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { identityProvider } from "@/lib/env";
import { log } from "@/lib/log";
import type { Origin } from "./model";
import { confirmAddress, maySignIn } from "./people";
import { emailSchema } from "./schema";

/** What the identity provider says of somebody, as far as it counts here. */
const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  email: emailSchema,
  email_verified: z.literal(true),
});

/**
 * Whether what the identity provider says lets somebody in: its address is verified, belongs to
 * somebody who may sign in, and neither the person nor the account is bound to another.
 */
export async function maySignOn(claims: unknown, { ip }: Origin): Promise<boolean> {
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success) return refuse("no verified address", ip);
  const { sub, email } = parsed.data;
  const [person] = await db
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.email, email), maySignIn));
  if (!person) return refuse("nobody of the team", ip);

  const bound = await db
    .select({ userId: ssoAccounts.userId, subject: ssoAccounts.subject })
    .from(ssoAccounts)
    .where(
      and(
        eq(ssoAccounts.issuer, issuer()),
        or(eq(ssoAccounts.userId, person.id), eq(ssoAccounts.subject, sub)),
      ),
    );
  if (bound.every(({ userId, subject }) => userId === person.id && subject === sub)) return true;
  await db.transaction((tx) =>
    recordAudit(
      tx,
      { kind: "system", job: "single_sign_on" },
      { action: "user.sso_refused", subject: person.id },
    ),
  );
  return refuse("another account", ip);
}

/** Whom an account of the identity provider is bound to, as long as that person may sign in. */
export async function findByAccount(subject: string): Promise<AdapterUser | null> {
  const [user] = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      emailVerified: users.emailVerified,
    })
    .from(ssoAccounts)
    .innerJoin(users, eq(users.id, ssoAccounts.userId))
    .where(and(eq(ssoAccounts.issuer, issuer()), eq(ssoAccounts.subject, subject), maySignIn));
  return user ?? null;
}

/** The first sign-in binds the account to the person. Of two at once with other accounts, one fails. */
export async function bindAccount(userId: string, subject: string, origin: Origin): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.insert(ssoAccounts).values({ userId, issuer: issuer(), subject });
    await confirmAddress(tx, userId, origin);
    await recordAudit(
      tx,
      { kind: "system", job: "single_sign_on" },
      { action: "user.sso_bound", subject: userId },
    );
  });
}

function issuer(): string {
  const provider = identityProvider();
  if (!provider) throw new Error("Single sign-on is not set up");
  return provider.issuer;
}

function refuse(reason: string, ip: string): false {
  log.warn({ ip, reason }, "single sign-on refused");
  return false;
}
