import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { auditEntries, mails, users } from "@/db/schema";
import type { Role } from "@/lib/auth/model";
import { composeMail } from "@/lib/mail/compose";
import { invitePerson } from "@/lib/team/invite";
import type { Staff } from "./actors";

/** Somebody who was invited and did not come yet. */
export async function invitedPerson(admin: Staff, role: Role = "viewer") {
  const email = `${role}-${randomUUID()}@staff.test`;
  const invited = await invitePerson(admin, { name: "Ivy Invited", email, role });
  if (!invited.ok) throw new Error(`Nobody was invited: ${invited.error.code}`);
  return { id: invited.value.id, email };
}

export async function personOf(id: string) {
  const [person] = await db.select().from(users).where(eq(users.id, id));
  return person;
}

/** What is on record about somebody, in order. */
export async function recordOf(id: string) {
  return await db
    .select({ action: auditEntries.action, details: auditEntries.details })
    .from(auditEntries)
    .where(eq(auditEntries.subject, id))
    .orderBy(auditEntries.seq);
}

/** The latest mail to an address as it would go out now; undefined where it would not. */
export async function latestMail(email: string) {
  const [mail] = await db
    .select()
    .from(mails)
    .where(eq(mails.recipient, email))
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(1);
  return mail && (await composeMail(mail.template, mail));
}

/** The link of the latest mail to an address. */
export async function mailedLink(email: string): Promise<string> {
  const [link] = (await latestMail(email))?.text.match(/http\S+/) ?? [];
  if (!link) throw new Error(`No link was mailed to ${email}`);
  return link;
}
