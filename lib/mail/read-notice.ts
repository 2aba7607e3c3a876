import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { publicOrigin } from "@/lib/env";
import { notices } from "@/lib/second-factor/model";
import type { SecurityNotice } from "./letters/security";
import { type MailFacts, required } from "./parameters";

/** What happened to how a person signs in; undefined when they do not any more. */
export async function readNotice({
  recipient,
  parameters,
}: MailFacts): Promise<SecurityNotice | undefined> {
  const notice = notices.find((known) => known === required(parameters, "notice"));
  const [person] = await db
    .select({ name: users.name, email: users.email })
    .from(users)
    .where(
      and(
        eq(users.id, required(parameters, "userId")),
        eq(users.email, recipient),
        isNull(users.suspendedAt),
      ),
    );
  if (!person || !notice) return undefined;
  const href = new URL("/account/security", publicOrigin()).href;
  return { ...person, notice, at: new Date(required(parameters, "at")), href };
}
