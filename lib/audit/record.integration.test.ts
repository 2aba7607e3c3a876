import { desc } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema";
import { staff } from "@/scripts/testing/actors";
import { recordAudit } from "./record";

// Guarantees that a missing or changed entry breaks the chain, also when many write at once.
test("entries form one unbroken chain", async () => {
  const admin = await staff("admin");
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      db.transaction((tx) =>
        recordAudit(tx, admin, { action: "test.written", subject: `subject ${index}` }),
      ),
    ),
  );
  const entries = (
    await db.select().from(auditEntries).orderBy(desc(auditEntries.seq))
  ).toReversed();
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  for (const [index, { previousHash }] of entries.entries()) {
    expect(previousHash).toBe(entries[index - 1]?.hash ?? "");
  }
  expect(new Set(entries.map(({ hash }) => hash)).size).toBe(entries.length);
});

test("an act that fails leaves no entry", async () => {
  const admin = await staff("admin");
  const subject = `rolled back ${admin.userId}`;
  const failing = db.transaction(async (tx) => {
    await recordAudit(tx, admin, { action: "test.failed", subject });
    throw new Error("the act failed");
  });
  await expect(failing).rejects.toThrow("the act failed");
  const subjects = await db.select({ subject: auditEntries.subject }).from(auditEntries);
  expect(subjects.map((entry) => entry.subject)).not.toContain(subject);
});
