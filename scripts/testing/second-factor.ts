import { eq } from "drizzle-orm";
import { Secret, TOTP } from "otpauth";
import { db } from "@/db/client";
import { secondFactors } from "@/db/schema";
import type { Role } from "@/lib/auth/model";
import { newSessionToken, startSession } from "@/lib/auth/sessions";
import {
  beginAuthenticator,
  confirmAuthenticator,
  getBegunAuthenticator,
} from "@/lib/second-factor/authenticator";
import { type Staff, staff } from "./actors";

/** What an authenticator app shows now, or so many steps of 30 seconds later. */
export function codeOf(secret: string, steps = 0): string {
  const timestamp = Date.now() + steps * 30_000;
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

/** A code that is neither the current one nor beside it. */
export function wrongCodeOf(secret: string): string {
  const right = [-2, -1, 0, 1, 2].map((steps) => codeOf(secret, steps));
  return ["000000", "111111", "222222", "333333", "444444", "555555"].find(
    (code) => !right.includes(code),
  ) as string;
}

/** The session that a mailed link begins. @returns its token. */
export async function newSession({ userId, origin }: Staff): Promise<string> {
  const token = newSessionToken();
  await startSession({ token, userId }, origin);
  return token;
}

/** Somebody signed in for the first time. */
export async function signedIn(role: Role): Promise<{ person: Staff; token: string }> {
  const person = await staff(role);
  return { person, token: await newSession(person) };
}

/** Somebody with an authenticator app, whose next code is the current one. */
export async function withAuthenticator(role: Role) {
  const { person, token } = await signedIn(role);
  const added = await addAuthenticator(person, token);
  return { person, ...added };
}

export async function addAuthenticator(person: Staff, token: string, name = "Phone") {
  await beginAuthenticator(person);
  const secret = (await getBegunAuthenticator(person))?.secret ?? "";
  const typed = codeOf(secret);
  const confirmed = await confirmAuthenticator(person, { token, typed, name });
  if (!confirmed.ok) throw new Error(`The app was not added: ${confirmed.error.code}`);
  const { userId } = person;
  await db.update(secondFactors).set({ lastStep: null }).where(eq(secondFactors.userId, userId));
  return { secret, token: confirmed.value.token };
}
