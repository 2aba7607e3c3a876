import { randomUUID } from "node:crypto";
import { desc, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { auditEntries } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { type CustomerFilter, everything } from "@/lib/portfolio/model";
import { staff } from "@/scripts/testing/actors";
import { addCustomers } from "@/scripts/testing/customers";
import { exportCustomers } from "./export";

async function exportOf(filter: Partial<CustomerFilter>, bom = false): Promise<string[]> {
  const admin = await staff("admin");
  const parts: string[] = [];
  for await (const part of await exportCustomers(admin, { ...everything, ...filter }, { bom })) {
    parts.push(part);
  }
  return parts;
}

describe("the exported list", () => {
  // Whatever is added to a customer later stays out of files until it is named here.
  test("has these columns and no others, so no secret", async () => {
    const [head = ""] = await exportOf({ search: randomUUID() });
    expect(head).toBe(
      "id,client_id,company,legal_entity,application,website,country,emails,status_code,status," +
        "reason,status_since,turn,banks,banks_enabled,banks_attention,products,owner,created," +
        "enabled,updated\r\n",
    );
  });

  test("begins before the first customer is read, and comes in parts", async () => {
    const admin = await staff("admin");
    const mark = randomUUID();
    await addCustomers(
      admin,
      Array.from({ length: 1_200 }, (_, n) => ({ companyName: `${mark} ${n}` })),
    );
    const parts = await exportOf({ search: mark });
    expect(parts).toHaveLength(4);
    const lines = parts.slice(1).join("").trimEnd().split("\r\n");
    expect(new Set(lines.map((line) => line.split(",")[0])).size).toBe(1_200);
  });

  test("of ticked customers has these alone", async () => {
    const admin = await staff("admin");
    const mark = randomUUID();
    const [first = "", , last = ""] = await addCustomers(admin, [
      { companyName: `${mark} 1` },
      { companyName: `${mark} 2` },
      { companyName: `${mark} 3` },
    ]);
    const options = { bom: false, ids: [last, first] };
    let text = "";
    for await (const part of await exportCustomers(admin, everything, options)) text += part;
    const ids = text
      .trimEnd()
      .split("\r\n")
      .slice(1)
      .map((line) => line.split(",")[0]);
    expect(ids).toEqual([last, first]);
  });

  test("keeps what a spreadsheet would compute as text", async () => {
    const admin = await staff("admin");
    const mark = randomUUID();
    await addCustomers(
      admin,
      ["=1+1", "+1", "-1", "@sum", "\ttab", "\rreturn", 'say "hi", twice'].map(
        (legalEntityName) => ({
          companyName: mark,
          legalEntityName,
        }),
      ),
    );
    const text = (await exportOf({ search: mark })).join("");
    for (const harmless of ["'=1+1", "'+1", "'-1", "'@sum", "'\ttab", "'\rreturn"]) {
      expect(text).toContain(harmless);
    }
    expect(text).toContain('"say ""hi"", twice"');
  });

  test("says when in UTC, why, and whose customer it is", async () => {
    const admin = await staff("admin");
    const companyName = `Ärzte ${randomUUID()}`;
    const statusSince = new Date("2026-11-01T12:00:00Z");
    await addCustomers(admin, [
      {
        companyName,
        status: "DENIED",
        statusSince,
        assigneeId: admin.userId,
        emails: ["a@b.test"],
      },
    ]);
    const text = (await exportOf({ search: companyName })).join("");
    expect(text).toContain("DENIED,Denied by Plaid,Talk to your account manager");
    expect(text).toContain("2026-11-01T12:00:00.000Z,you");
    expect(text).toContain("Test admin");
    expect(text).toContain("a@b.test");
  });

  test("begins with a byte order mark only when that is asked for", async () => {
    const search = randomUUID();
    expect((await exportOf({ search }, true))[0]?.startsWith("\ufeffid,")).toBe(true);
    expect((await exportOf({ search }))[0]?.startsWith("id,")).toBe(true);
  });

  test("is written down with its filter and count, but not with what was typed", async () => {
    const admin = await staff("admin");
    const companyName = randomUUID();
    await addCustomers(admin, [{ companyName }, { companyName }]);
    const filter = { ...everything, search: companyName, status: "DRAFT" };
    await exportCustomers(admin, filter, { bom: false });
    const [entry] = await db
      .select({ action: auditEntries.action, details: auditEntries.details })
      .from(auditEntries)
      .where(eq(auditEntries.actorId, admin.userId))
      .orderBy(desc(auditEntries.seq))
      .limit(1);
    expect(entry).toEqual({
      action: "customers.exported",
      details: { filter: "status=DRAFT&sort=name", searched: "yes", count: "2" },
    });
  });

  test("is not for who may not read addresses", async () => {
    const viewer = await staff("viewer");
    await expect(exportCustomers(viewer, everything, { bom: false })).rejects.toThrow(
      ForbiddenError,
    );
  });
});
