import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { auditEntries, users } from "@/db/schema";
import { admitPerson } from "./people";

async function personOf(email: string) {
  const [person] = await db
    .select({ id: users.id, name: users.name, role: users.role })
    .from(users)
    .where(eq(users.email, email));
  return person;
}

async function recordOf(id: string | undefined) {
  return await db
    .select({ action: auditEntries.action, details: auditEntries.details })
    .from(auditEntries)
    .where(eq(auditEntries.subject, id ?? ""))
    .orderBy(auditEntries.seq);
}

test("admitting a person twice adds one, and records it once", async () => {
  const ann = { email: `${randomUUID()}@staff.test`, name: "Ann", role: "viewer" } as const;
  await Promise.all([admitPerson(ann), admitPerson(ann), admitPerson(ann)]);

  const person = await personOf(ann.email);
  expect(person).toMatchObject({ name: "Ann", role: "viewer" });
  expect(await recordOf(person?.id)).toEqual([
    { action: "user.create", details: { role: "viewer" } },
  ]);
});

test("admitting a known person changes name and role, and records from what to what", async () => {
  const email = `${randomUUID()}@staff.test`;
  await admitPerson({ email, name: "Ann", role: "viewer" });
  await admitPerson({ email, name: "Ann Lee", role: "admin" });

  const person = await personOf(email);
  expect(person).toMatchObject({ name: "Ann Lee", role: "admin" });
  expect((await recordOf(person?.id)).at(-1)).toEqual({
    action: "user.change",
    details: { from: "viewer", to: "admin" },
  });
});
