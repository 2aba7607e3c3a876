import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, erasures, reviews, submissions } from "@/db/schema";
import { verifyChain } from "@/lib/audit/verify";
import { ForbiddenError } from "@/lib/auth/actor";
import { getSentDetails } from "@/lib/customers/details";
import { findCustomers } from "@/lib/customers/find";
import { getCustomer } from "@/lib/customers/queries";
import { listHandovers } from "@/lib/handovers/list";
import { listInvitations } from "@/lib/invitations/list";
import { applicant, staff, system } from "@/scripts/testing/actors";
import { auditOf, customerRow, readyDraft, sentCustomer } from "@/scripts/testing/drafts";
import { dumpDatabase, found, plantedCustomer, plantedDraft } from "@/scripts/testing/planted";
import { erasePersonalData } from "./erase";
import { exportPersonalData } from "./export";

async function nameOf(customerId: string): Promise<string> {
  return (await customerRow(customerId)).companyName;
}

describe("erasing the people of a customer", () => {
  test("leaves none of them in any table, and the company as Plaid knows it", async () => {
    const admin = await staff("admin");
    const { customerId, marks } = await plantedCustomer(admin);
    expect(found(marks, await dumpDatabase()).toSorted()).toEqual(Object.keys(marks).toSorted());
    const before = await customerRow(customerId);
    const evidence = await db
      .select()
      .from(submissions)
      .where(eq(submissions.customerId, customerId));

    const typed = await nameOf(customerId);
    expect(await erasePersonalData(admin, { customerId, typed })).toEqual({
      ok: true,
      value: { kept: true },
    });

    expect(found(marks, await dumpDatabase())).toEqual([]);
    const { clientId, status, companyName, legalEntityName, website } = before;
    const kept = { clientId, status, companyName, legalEntityName, website, emails: [] };
    expect(await customerRow(customerId)).toMatchObject(kept);
    const after = await db.select().from(submissions).where(eq(submissions.customerId, customerId));
    expect(after.map(({ answersSha256 }) => answersSha256)).toEqual(
      evidence.map(({ answersSha256 }) => answersSha256),
    );
    expect(await verifyChain()).toMatchObject({ whole: true });
    expect(await auditOf(customerId)).toContain("person.erased");
  });

  test("shows on the customer's pages, which stay readable", async () => {
    const admin = await staff("admin");
    const { customerId } = await plantedCustomer(admin);
    const typed = await nameOf(customerId);
    await erasePersonalData(admin, { customerId, typed });
    expect((await getCustomer(admin, customerId))?.erasedAt).toMatch(/^20/);
    const { answers, sent } = await getSentDetails(admin, customerId);
    expect(answers.company.companyName).toBe(typed);
    expect(answers.contacts.technical).toMatchObject({ givenName: "", email: "" });
    expect(sent?.answers.company.address).toMatchObject({ countryCode: "US", street: "" });
    expect(await listInvitations(admin, customerId)).toMatchObject([
      { name: "erased", state: "revoked", link: null },
    ]);
    expect(await listHandovers(admin, customerId)).toMatchObject([{ name: "erased" }]);
    expect(await findCustomers(admin, typed)).toMatchObject([{ id: customerId }]);
  });

  test("can be done again, for what came in since", async () => {
    const admin = await staff("admin");
    const { id: customerId } = await sentCustomer(admin);
    const typed = await nameOf(customerId);
    for (const _ of [1, 2]) {
      expect(await erasePersonalData(admin, { customerId, typed })).toMatchObject({ ok: true });
    }
    expect(await db.$count(erasures, eq(erasures.customerId, customerId))).toBe(1);
  });

  test("takes a draft that was never sent as a whole", async () => {
    const admin = await staff("admin");
    const { customerId, marks } = await plantedDraft(admin);
    const typed = await nameOf(customerId);
    const outcomes = await Promise.all(
      [1, 2].map(() => erasePersonalData(admin, { customerId, typed })),
    );
    expect(outcomes).toContainEqual({ ok: true, value: { kept: false } });
    expect(outcomes).toContainEqual({ ok: false, error: { code: "not_found" } });
    const dump = await dumpDatabase();
    expect(found({ ...marks, company: typed }, dump)).toEqual([]);
    expect(await verifyChain()).toMatchObject({ whole: true });
  });
});

describe("nothing is erased", () => {
  test.each([
    "SUBMIT_UNKNOWN",
    "UNDER_REVIEW",
    "MORE_INFORMATION_NEEDED",
    "ENABLING",
    "ENABLE_UNKNOWN",
  ])("in %s: Plaid may still ask", async (status) => {
    const admin = await staff("admin");
    const { id: customerId } = await sentCustomer(admin);
    await db.update(customers).set({ status }).where(eq(customers.id, customerId));
    const typed = await nameOf(customerId);
    const refused = await erasePersonalData(admin, { customerId, typed });
    expect(refused).toEqual({ ok: false, error: { code: "undecided", status } });
    expect((await customerRow(customerId)).emails).not.toEqual([]);
  });

  test("under another name, at a desk somebody left, or where there is none", async () => {
    const admin = await staff("admin");
    const customerId = await readyDraft(admin);
    const typed = await nameOf(customerId);
    const left = { ...admin, secondFactorAt: new Date(Date.now() - 3_600_000) };
    const codeOf = async (...given: Parameters<typeof erasePersonalData>) => {
      const erased = await erasePersonalData(...given);
      return erased.ok ? "erased" : erased.error.code;
    };
    expect(await codeOf(admin, { customerId, typed: `${typed}x` })).toBe("name_differs");
    expect(await codeOf(left, { customerId, typed })).toBe("sign_in_again");
    expect(await codeOf(admin, { customerId: "cus_none", typed })).toBe("not_found");
    expect(await nameOf(customerId)).toBe(typed);
  });

  test("by anybody but an administrator", async () => {
    const admin = await staff("admin");
    const customerId = await readyDraft(admin);
    const typed = await nameOf(customerId);
    for (const actor of [await staff("onboarder"), await staff("viewer"), applicant, system]) {
      await expect(erasePersonalData(actor, { customerId, typed })).rejects.toThrow(ForbiddenError);
      await expect(exportPersonalData(actor, customerId)).rejects.toThrow(ForbiddenError);
    }
    expect(await nameOf(customerId)).toBe(typed);
  });
});

describe("the export", () => {
  test("has every mark that was planted, as JSON, and is audited", async () => {
    const admin = await staff("admin");
    const { customerId, marks } = await plantedCustomer(admin);
    const text = await read(await exportPersonalData(admin, customerId));
    expect(JSON.parse(text)).toMatchObject({ customer: { id: customerId } });
    // Files go after a week, notes about the launch are the team's, and a device's token is no data.
    const apart = ["cell", "fix", "patch", "launch note", "launch link", "revealed device"];
    const others = ["secret's ip", "Plaid's words", ...apart].toSorted();
    const missing = Object.keys(marks).filter((place) => !found(marks, text).includes(place));
    expect(missing.toSorted()).toEqual(others);
    expect(text).not.toMatch(/token|sealed/i);
    expect(await auditOf(customerId)).toContain("person.exported");
  });

  test("is none where there is no customer", async () => {
    expect(await exportPersonalData(await staff("admin"), "cus_none")).toBeUndefined();
  });
});

test("evidence changes for nobody else", async () => {
  const admin = await staff("admin");
  const { customerId } = await plantedDraft(admin);
  for (const table of [submissions, reviews]) {
    await expect(
      db.update(table).set({ ip: "x" }).where(eq(table.customerId, customerId)),
    ).rejects.toThrow();
    await expect(db.delete(table).where(eq(table.customerId, customerId))).rejects.toThrow();
  }
});

async function read(parts: AsyncGenerator<string> | undefined): Promise<string> {
  let text = "";
  for await (const part of parts ?? []) text += part;
  return text;
}
