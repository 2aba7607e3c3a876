import { randomUUID } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import type { Role } from "@/lib/auth/model";
import type { FactorKind } from "@/lib/second-factor/model";
import { openSession } from "@/scripts/testing/session";
import { inDatabase } from "./database";
import { stack } from "./fixtures";
import { admin } from "./programs";

export type Person = { userId: string; email: string /** Signs in once. */; link: string };

/** Somebody of their own: what people set up, and how often they try, is theirs alone. */
export async function newPerson(role: Role, name = "Ada Anew"): Promise<Person> {
  const email = `${role}-${randomUUID()}@staff.test`;
  const link = await admin("create-user", "--email", email, "--name", name, "--role", role);
  const [row] = await inDatabase(
    (sql) => sql<{ id: string }[]>`select id from users where email = ${email}`,
  );
  return { userId: row?.id ?? "", email, link };
}

/** Lets a context be this person, with or without a second factor given. @returns the session's id. */
export async function become(
  context: BrowserContext,
  { userId }: Person,
  { proven }: { proven: boolean },
): Promise<string> {
  const { id, token } = await inDatabase((sql) => openSession(sql, { userId, proven }));
  await context.addCookies([{ name: "vestibule.session", value: token, url: stack().portalUrl }]);
  return id;
}

/** A second factor that nobody holds. @returns its id. */
export async function addFactor(
  { userId }: Person,
  name = "Lost phone",
  kind: FactorKind = "totp",
): Promise<string> {
  const id = `fac_${randomUUID()}`;
  await inDatabase(
    (sql) => sql`
      insert into second_factors (id, user_id, kind, name, confirmed_at)
      values (${id}, ${userId}, ${kind}, ${name}, now())`,
  );
  return id;
}

/** As if this person had signed in before. */
export async function countAsJoined({ userId }: Person): Promise<void> {
  await inDatabase((sql) => sql`update users set email_verified = now() where id = ${userId}`);
}
