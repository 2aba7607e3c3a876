import "server-only";
import { and, eq, gt, sql } from "drizzle-orm";
import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import { db } from "@/db/client";
import { users, verificationTokens } from "@/db/schema";
import { giveBackTry } from "@/lib/rate-limits/take";
import type { Origin } from "./model";
import { confirmAddress, maySignIn } from "./people";
import { endSession, findSession, startSession } from "./sessions";
import { bindAccount, findByAccount } from "./sso-accounts";

/**
 * Only what next-auth calls for a sign-in by mailed link or single sign-on with sessions in the
 * database.
 *
 * @param origin of the request being served; next-auth does not hand it to `createSession`.
 */
export function authAdapter(origin: Origin): Adapter {
  return {
    createUser: refuseNewUser,
    createVerificationToken: refuseForeignLink,
    getUserByEmail: findAdmitted,
    getUserByAccount: ({ providerAccountId }) => findByAccount(providerAccountId),
    // It comes with the provider's tokens, none of which is kept.
    linkAccount: ({ userId, providerAccountId }: AdapterAccount) =>
      bindAccount(userId, providerAccountId, origin),
    updateUser: ({ id }) => confirmEmail(id, origin),
    useVerificationToken: (link) => redeemLink(link, origin),

    async createSession({ sessionToken, userId }) {
      const session = await startSession({ token: sessionToken, userId }, origin);
      if (!session) throw new Error("Suspended while signing in");
      return { sessionToken, userId, expires: session.expiresAt };
    },

    async getSessionAndUser(sessionToken) {
      const session = await findSession(sessionToken, { counts: true });
      if (!session) return null;
      const { userId: id, name, email } = session;
      return {
        session: { sessionToken, userId: id, expires: openStill() },
        user: { id, name, email, emailVerified: null },
      };
    },

    deleteSession: (sessionToken) => endSession(sessionToken, origin),
  };
}

const userFields = {
  id: users.id,
  name: users.name,
  email: users.email,
  emailVerified: users.emailVerified,
};

/** The person an address belongs to, as long as it may sign in. */
export async function findAdmitted(email: string): Promise<AdapterUser | null> {
  const [user] = await db
    .select(userFields)
    .from(users)
    .where(and(eq(users.email, email), maySignIn));
  return user ?? null;
}

async function confirmEmail(userId: string, origin: Origin): Promise<AdapterUser> {
  return await db.transaction(async (tx) => {
    await confirmAddress(tx, userId, origin);
    const [user] = await tx.select(userFields).from(users).where(eq(users.id, userId));
    if (!user) throw new Error("Removed while signing in");
    return user;
  });
}

/** One statement takes the link away and returns it: of two requests with the same link, one wins. */
async function redeemLink(
  { identifier, token }: { identifier: string; token: string },
  { ip }: Origin,
) {
  const [link] = await db
    .delete(verificationTokens)
    .where(
      and(
        eq(verificationTokens.identifier, identifier),
        eq(verificationTokens.tokenHash, token),
        gt(verificationTokens.expiresAt, sql`now()`),
      ),
    )
    .returning({ linkId: verificationTokens.linkId });
  if (!link) return null;
  // People who do sign in are not counted among those who ask.
  await giveBackTry("sign-in.ask", ip);
  return { identifier, token, expires: openStill() };
}

/**
 * The database has just judged by its own clock. next-auth would judge again by that of this process,
 * and throw away a link or a session that has minutes left.
 */
function openStill(): Date {
  return new Date(Date.now() + 60_000);
}

function refuseNewUser(): never {
  throw new Error("Only invited people may sign in");
}

function refuseForeignLink(): never {
  throw new Error("Sign-in links are made by requestSignInLink");
}
