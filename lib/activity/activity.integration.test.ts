import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { institutionChanges, institutions } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { newId } from "@/lib/id";
import { saveStep } from "@/lib/onboarding/save-step";
import { startOnboarding } from "@/lib/onboarding/start";
import { staff } from "@/scripts/testing/actors";
import { addCustomers } from "@/scripts/testing/customers";
import { wholeStep } from "@/scripts/testing/drafts";
import type { ActivityEntry } from "./model";
import { findActivity, listActivity } from "./queries";

describe("what happened to a customer", () => {
  test("and at its banks is one line, every event once, however the pages fall", async () => {
    const admin = await staff("admin");
    const [id = ""] = await addCustomers(admin, [{}]);
    await db.insert(institutions).values({
      ...{ customerId: id, institutionId: "ins_56", name: "Chase", status: "ENABLED" },
      ...{ environments: {}, errors: [] },
    });
    for (let turn = 0; turn < 40; turn++) {
      await db.transaction((tx) => recordAudit(tx, admin, { action: `test.${turn}`, subject: id }));
      // Three at the same instant.
      await db.insert(institutionChanges).values(
        ["a", "b", "c"].map(() => ({
          ...{ customerId: id, institutionId: "ins_56", status: "PROCESSING" },
          ...{ source: "poll" as const, at: sql`now()` as unknown as Date },
        })),
      );
    }
    const seen: ActivityEntry[] = [];
    let before: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listActivity>> = await listActivity(admin, id, {
        before,
      });
      seen.push(...page.entries);
      before = page.older;
    } while (before);
    expect(seen).toHaveLength(160);
    expect(new Set(seen.map((entry) => entry.id)).size).toBe(160);
    const times = seen.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(seen.find(({ source }) => source === "scheduler")).toMatchObject({
      actor: "Scheduler",
      details: { bank: "Chase", to: "PROCESSING" },
    });
    for (const { id: event, ...rest } of [seen[0], seen[159]] as ActivityEntry[]) {
      expect(await findActivity(admin, id, event)).toEqual({ id: event, ...rest });
      expect(await findActivity(admin, "cus_other", event)).toBeUndefined();
    }
  });

  test("is looked through a thousand events at a time", async () => {
    const admin = await staff("admin");
    const [id = ""] = await addCustomers(admin, [{}]);
    await db.transaction(async (tx) => {
      await recordAudit(tx, admin, { action: "test.needle", subject: id });
      for (let entry = 0; entry < 1_005; entry++) {
        await recordAudit(tx, admin, { action: "test.straw", subject: id });
      }
    });
    const matches = ({ action }: ActivityEntry) => action === "test.needle";
    const first = await listActivity(admin, id, { matches });
    expect(first.entries).toEqual([]);
    const second = await listActivity(admin, id, { matches, before: first.older });
    expect(second.entries.map(({ action }) => action)).toEqual(["test.needle"]);
    expect(second.older).toBeNull();
  });
});

describe("a change of answers", () => {
  test("tells before and after of each field, once for one opening of a page", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await startOnboarding(onboarder);
    await saveStep(onboarder, wholeStep(id, "company", { companyName: "Acme" }));
    const editor = newId("edt");
    const typed = { base: 1, editor };
    for (const [seq, website] of ["h", "harbor.example"].entries()) {
      await saveStep(onboarder, wholeStep(id, "company", { website }, { ...typed, seq: seq + 1 }));
    }
    await saveStep(
      onboarder,
      wholeStep(id, "company", { companyName: "Acme Inc." }, { ...typed, seq: 3 }),
    );
    const { entries } = await listActivity(onboarder, id);
    const [latest] = entries.filter(({ action }) => action === "onboarding.step_saved");
    expect(latest?.edits).toEqual([
      { step: "company", path: "companyName", before: "Acme", after: "Acme Inc." },
      { step: "company", path: "website", before: "", after: "harbor.example" },
    ]);
  });

  test("of people is hidden from who may not see them", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await startOnboarding(onboarder);
    await saveStep(onboarder, wholeStep(id, "support", { email: "help@harbor.example" }));
    const editsFor = async (role: "viewer" | "onboarder") =>
      (await listActivity(await staff(role), id)).entries.flatMap(({ edits }) => edits);
    const edit = { step: "support", path: "email" };
    expect(await editsFor("viewer")).toEqual([{ ...edit, before: null, after: null }]);
    expect(await editsFor("onboarder")).toEqual([
      { ...edit, before: "", after: "help@harbor.example" },
    ]);
  });
});
