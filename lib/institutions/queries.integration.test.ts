import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { institutionChanges, institutions } from "@/db/schema";
import { getCustomer } from "@/lib/customers/queries";
import { refreshInstitutions } from "@/lib/institutions/refresh";
import { staff } from "@/scripts/testing/actors";
import { addCustomers } from "@/scripts/testing/customers";
import { sentCustomer } from "@/scripts/testing/drafts";
import { allBanks } from "./model";
import { getRegistration } from "./queries";

const HOUR_MS = 3_600_000;

type Bank = Partial<typeof institutions.$inferInsert>;

async function liveWith(banks: Bank[]): Promise<string> {
  const [id = ""] = await addCustomers(await staff("admin"), [{ status: "ACTIVE" }]);
  await db.insert(institutions).values(
    banks.map((bank, place) => ({
      ...{ customerId: id, institutionId: `ins_${place}`, name: `Bank ${place}` },
      ...{ status: "ENABLED", environments: {}, errors: [], ...bank },
    })),
  );
  return id;
}

function day(fromNow: number): string {
  return new Date(Date.now() + fromNow * 24 * HOUR_MS).toISOString().slice(0, 10);
}

describe("the banks of a customer", () => {
  test("come with attention first, then who waits longest, then by name", async () => {
    const since = (hours: number) => ({ statusSince: new Date(Date.now() - hours * HOUR_MS) });
    const same = since(50);
    const id = await liveWith([
      { name: "Young", ...since(1) },
      { name: "B", ...same },
      { name: "A", ...same, status: "PROCESSING" },
      { name: "Wrong", status: "ATTENTION_REQUIRED", ...since(2) },
    ]);
    const registration = await getRegistration(await staff("viewer"), id);
    expect(registration?.institutions.map(({ name }) => name)).toEqual([
      "Wrong",
      "A",
      "B",
      "Young",
    ]);
    expect(registration).toMatchObject({
      counts: { ENABLED: 2, PROCESSING: 1, ATTENTION_REQUIRED: 1 },
      processingSince: same.statusSince.toISOString(),
      classicEnds: false,
      found: 4,
    });
  });

  test("are found by status and name, sixty to a page, with the history of those shown", async () => {
    const id = await liveWith(
      Array.from({ length: 130 }, (_, place) => ({
        status: place % 2 ? "PROCESSING" : "ENABLED",
        name: place === 7 ? "Sparkasse" : `Bank ${place}`,
      })),
    );
    await db
      .insert(institutionChanges)
      .values({ customerId: id, institutionId: "ins_7", status: "PROCESSING", source: "webhook" });
    const viewer = await staff("viewer");
    const sizes = [1, 2, 3, 4].map(async (page) => {
      const shown = await getRegistration(viewer, id, { ...allBanks, page });
      return shown?.institutions.length;
    });
    expect(await Promise.all(sizes)).toEqual([60, 60, 10, 0]);
    expect(await getRegistration(viewer, id, { ...allBanks, status: "PROCESSING" })).toMatchObject({
      counts: { ENABLED: 65, PROCESSING: 65 },
      found: 65,
    });
    const found = await getRegistration(viewer, id, { ...allBanks, search: " sparK " });
    expect(found?.institutions.map(({ name, history }) => [name, history.length])).toEqual([
      ["Sparkasse", 1],
    ]);
  });

  test("warn of an end of connections without OAuth, here and among what blocks", async () => {
    const id = await liveWith([
      { classicDisablementDate: day(200) },
      { classicDisablementDate: day(-3) },
      { name: "Chase", classicDisablementDate: day(12) },
    ]);
    const viewer = await staff("viewer");
    expect((await getRegistration(viewer, id))?.classicEnds).toBe(true);
    const customer = await getCustomer(viewer, id);
    const warning = customer?.requirements.find(({ code }) => code === "classic_disablement_date");
    expect(warning?.reason).toMatch(/^Chase: Non-OAuth connections end .+ – in 1[23] days$/);
  });

  test("count from enabling on: before it Plaid has asked none", async () => {
    const admin = await staff("admin");
    const { id, clientId } = await sentCustomer(admin);
    await refreshInstitutions({ id, clientId }, "check");
    expect(await getRegistration(admin, id)).toMatchObject({
      counts: {},
      institutions: [],
      questionnaireStatus: expect.any(String),
    });
  });
});
