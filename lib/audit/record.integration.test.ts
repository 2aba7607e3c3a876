import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { auditEntries, auditPeople } from "@/db/schema";
import { staff, system } from "@/scripts/testing/actors";
import { ofEntry } from "./person";
import { recordAudit } from "./record";

async function entriesOf(subject: string) {
  const where = eq(auditEntries.subject, subject);
  return db.select().from(auditEntries).leftJoin(auditPeople, ofEntry).where(where);
}

test("what names a person stands beside the entry, never in it", async () => {
  const admin = await staff("admin");
  const subject = `named ${admin.userId}`;
  await db.transaction((tx) => recordAudit(tx, admin, { action: "test.written", subject }));
  const [found] = await entriesOf(subject);
  const { ip, userAgent } = admin.origin;
  expect(found?.audit_people).toMatchObject({ name: admin.name, ip, userAgent });
  expect(found?.audit_entries.actorId).toBe(admin.userId);
  const chained = JSON.stringify(found?.audit_entries);
  for (const personal of [admin.name, ip, userAgent]) expect(chained).not.toContain(personal);
});

test("two entries of one person do not tell by their hashes that they are of one", async () => {
  const admin = await staff("admin");
  const subject = `twice ${admin.userId}`;
  for (let time = 0; time < 2; time++) {
    await db.transaction((tx) => recordAudit(tx, admin, { action: "test.written", subject }));
  }
  const hashes = (await entriesOf(subject)).map((found) => found.audit_entries.personHash);
  expect(new Set(hashes).size).toBe(2);
});

test("the system has no name to keep", async () => {
  const subject = `system ${crypto.randomUUID()}`;
  await db.transaction((tx) => recordAudit(tx, system, { action: "test.written", subject }));
  const [found] = await entriesOf(subject);
  expect(found).toMatchObject({ audit_entries: { personHash: "" }, audit_people: null });
});

test("an act that fails leaves no entry", async () => {
  const admin = await staff("admin");
  const subject = `rolled back ${admin.userId}`;
  const failing = db.transaction(async (tx) => {
    await recordAudit(tx, admin, { action: "test.failed", subject });
    throw new Error("the act failed");
  });
  await expect(failing).rejects.toThrow("the act failed");
  expect(await entriesOf(subject)).toEqual([]);
});
