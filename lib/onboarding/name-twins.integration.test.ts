import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers } from "@/db/schema";
import { foldName } from "@/lib/names/model";
import { type Staff, staff } from "@/scripts/testing/actors";
import { completeAnswers, customerRow, readyDraft, sentCustomer } from "@/scripts/testing/drafts";
import { nameWarnings } from "./name-twins";

/** A customer with a name of its own, and the same names as somebody else types them. */
async function known(actor: Staff) {
  const mark = randomUUID().slice(0, 8);
  const company = { ...completeAnswers().company, companyName: `Payroll ${mark}` };
  const applicationName = `Acme ${mark}`;
  const legalEntityName = `Acme ${mark} Inc.`;
  const answers = {
    ...completeAnswers(),
    company: { ...company, applicationName, legalEntityName },
  };
  const id = await readyDraft(actor, answers);
  return { id, mark, applicationName, legalEntityName, companyName: company.companyName };
}

const nobody = { id: "cus_other", applicationName: "", legalEntityName: "", companyName: "" };
const warn = (names: Partial<typeof nobody>) => nameWarnings(db, { ...nobody, ...names });

describe("an application name", () => {
  test("that another draft has is warned of, with another name to try", async () => {
    const { applicationName, companyName, mark } = await known(await staff("onboarder"));
    expect(await warn({ applicationName, companyName: "Nordwind" })).toEqual({
      applicationName: `Acme ${mark} is already the application name of ${companyName} (draft). Plaid needs a unique name; duplicates make bank registration fail. Try Acme ${mark} by Nordwind`,
    });
  });

  test("that only looks the same is warned of too", async () => {
    const { applicationName, mark } = await known(await staff("onboarder"));
    const { applicationName: warning } = await warn({ applicationName: ` АCME-${mark}` });
    expect(warning).toContain(`looks like ${applicationName}, the application name of`);
    expect(warning).toMatch(/Choose another$/);
  });

  test("is not put together where that says the same twice, or would be too long to be shown", async () => {
    const { applicationName } = await known(await staff("onboarder"));
    for (const companyName of [applicationName.toUpperCase(), "x".repeat(30), " "]) {
      const { applicationName: warning } = await warn({ applicationName, companyName });
      expect(warning).toMatch(/Choose another$/);
    }
  });

  test("says how the other one stands", async () => {
    const { id, applicationName } = await known(await staff("onboarder"));
    const statusIs = async (status: string) => {
      await db.update(customers).set({ status }).where(eq(customers.id, id));
      return (await warn({ applicationName })).applicationName;
    };
    expect(await statusIs("ACTIVE")).toContain("(live)");
    expect(await statusIs("UNDER_REVIEW")).toContain("(Plaid is reviewing)");
    expect(await statusIs("ON_HOLD")).toContain("(On hold)");
    expect(await statusIs("REMOVED")).toBeUndefined();
  });

  test("is nobody's twin but its own", async () => {
    const { id, applicationName, legalEntityName } = await known(await staff("onboarder"));
    expect(await warn({ id, applicationName, legalEntityName })).toEqual({});
    expect(await warn({ applicationName: `Acme ${randomUUID()}` })).toEqual({});
    expect(await warn({ applicationName: " – ", legalEntityName: "" })).toEqual({});
  });
});

test("a legal entity name that is there already may be the same company", async () => {
  const { legalEntityName, companyName, mark } = await known(await staff("onboarder"));
  expect(await warn({ legalEntityName: `ACME ${mark}, inc` })).toEqual({
    legalEntityName: `ACME ${mark}, inc is already the legal entity name of ${companyName} (draft). Check that this company is not entered twice`,
  });
  expect(legalEntityName).not.toBe("");
});

test("a draft that takes another's name is told, and may still be sent", async () => {
  const onboarder = await staff("onboarder");
  const { legalEntityName } = await known(onboarder);
  const answers = completeAnswers();
  const { id } = await sentCustomer(onboarder, {
    ...answers,
    company: { ...answers.company, legalEntityName },
  });
  expect((await customerRow(id)).legalEntityNameKey).toBe(foldName(legalEntityName));
});

test("twins are found by an index", async () => {
  const plan = await db.transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    return tx.execute(sql`explain select status from customers
      where application_name_key = 'x' and id <> 'y' and status <> 'REMOVED' order by created_at limit 1`);
  });
  expect(JSON.stringify(plan)).toContain("customers_application_name_key_index");
});
