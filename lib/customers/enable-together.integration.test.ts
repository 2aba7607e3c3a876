import { describe, expect, test } from "vitest";
import { ForbiddenError } from "@/lib/auth/actor";
import { applicant, staff, system } from "@/scripts/testing/actors";
import { emulator } from "@/scripts/testing/context";
import { auditOf, customerRow, sentCustomer } from "@/scripts/testing/drafts";
import { withSecondPerson } from "@/scripts/testing/reviews";
import { enableCustomer } from "./enable";
import { getEnabling, withdrawEnable } from "./enabling";

const both = { secondPersonEnables: true };
const done = { ok: true, value: null };

async function pending() {
  const [bo, mira] = [await staff("onboarder"), await staff("admin")];
  return { bo, mira, id: (await sentCustomer(bo)).id };
}

async function enableCalls(id: string): Promise<number> {
  const { clientId } = await customerRow(id);
  const requests = await emulator.requests<{ path: string; body: Record<string, unknown> }[]>();
  return requests.filter(
    ({ path, body }) =>
      path === "/partner/customer/enable" && body.end_customer_client_id === clientId,
  ).length;
}

describe("enabling by two people", () => {
  test("keeps the first one's wish, and enables with the second one's press", async () => {
    const { bo, mira, id } = await pending();
    await withSecondPerson(both, async () => {
      expect(await enableCustomer(bo, id)).toEqual(done);
      expect(await customerRow(id)).toMatchObject({
        status: "PENDING_ENABLEMENT",
        enableAskedBy: bo.userId,
        enableAskedAt: expect.any(Date),
      });
      expect(await enableCalls(id)).toBe(0);
      const wish = { by: bo.name, at: expect.any(String) };
      expect(await getEnabling(bo, id)).toEqual({
        twoPeople: true,
        wish: { ...wish, yours: true },
      });
      expect((await getEnabling(mira, id)).wish?.yours).toBe(false);

      expect(await enableCustomer(mira, id)).toEqual(done);
    });
    expect(await customerRow(id)).toMatchObject({ status: "ACTIVE", enableAskedBy: null });
    expect(await auditOf(id)).toEqual(
      expect.arrayContaining([
        "customer.enable_asked",
        "customer.enable_requested",
        "customer.enabled",
      ]),
    );
  });

  test("does nothing when the same person presses twice", async () => {
    const { bo, id } = await pending();
    await withSecondPerson(both, async () => {
      await enableCustomer(bo, id);
      const before = await auditOf(id);
      expect(await enableCustomer(bo, id)).toEqual(done);
      expect(await auditOf(id)).toEqual(before);
    });
    expect(await customerRow(id)).toMatchObject({ status: "PENDING_ENABLEMENT" });
    expect(await enableCalls(id)).toBe(0);
  });

  test("both press at once: one wish, one call, and it is live", async () => {
    const { bo, mira, id } = await pending();
    const results = await withSecondPerson(both, () =>
      Promise.all([enableCustomer(bo, id), enableCustomer(mira, id)]),
    );
    expect(results).toEqual([done, done]);
    expect(await customerRow(id)).toMatchObject({ status: "ACTIVE" });
    expect(await enableCalls(id)).toBe(1);
  });

  test("ten presses of one person at once are one wish", async () => {
    const { bo, id } = await pending();
    await withSecondPerson(both, () =>
      Promise.all(Array.from({ length: 10 }, () => enableCustomer(bo, id))),
    );
    const wishes = (await auditOf(id)).filter((action) => action === "customer.enable_asked");
    expect(wishes).toHaveLength(1);
    expect(await customerRow(id)).toMatchObject({ status: "PENDING_ENABLEMENT" });
  });

  test("begins anew after the second person said not now", async () => {
    const { bo, mira, id } = await pending();
    await withSecondPerson(both, async () => {
      await enableCustomer(bo, id);
      expect(await withdrawEnable(mira, id)).toEqual(done);
      expect((await getEnabling(mira, id)).wish).toBeNull();
      expect(await withdrawEnable(mira, id)).toEqual(done);
      await enableCustomer(mira, id);
    });
    expect(await customerRow(id)).toMatchObject({
      status: "PENDING_ENABLEMENT",
      enableAskedBy: mira.userId,
    });
    const withdrawn = (await auditOf(id)).filter((one) => one === "customer.enable_withdrawn");
    expect(withdrawn).toHaveLength(1);
  });

  test("leaves the wish where Plaid did not apply the call", async () => {
    const { bo, mira, id } = await pending();
    await withSecondPerson(both, async () => {
      await enableCustomer(bo, id);
      await emulator.faults([{ endpoint: "/partner/customer/enable", kind: "500", times: 1 }]);
      expect(await enableCustomer(mira, id)).toMatchObject({ error: { code: "unknown" } });
      expect(await enableCustomer(mira, id)).toEqual(done);
    });
    expect(await customerRow(id)).toMatchObject({ status: "ACTIVE" });
  });

  test("is one person's again when nobody wants two any more", async () => {
    const { bo, id } = await pending();
    await withSecondPerson(both, () => enableCustomer(bo, id));
    expect(await getEnabling(bo, id)).toEqual({ twoPeople: false, wish: null });
    expect(await enableCustomer(bo, id)).toEqual(done);
    expect(await customerRow(id)).toMatchObject({ status: "ACTIVE" });
  });

  test("is not for a viewer, an invited customer or the system", async () => {
    const { bo, id } = await pending();
    await withSecondPerson(both, async () => {
      await enableCustomer(bo, id);
      for (const actor of [await staff("viewer"), applicant, system]) {
        await expect(enableCustomer(actor, id)).rejects.toThrow(ForbiddenError);
        await expect(withdrawEnable(actor, id)).rejects.toThrow(ForbiddenError);
      }
      for (const actor of [applicant, system]) {
        await expect(getEnabling(actor, id)).rejects.toThrow(ForbiddenError);
      }
    });
    expect(await customerRow(id)).toMatchObject({ enableAskedBy: bo.userId });
    expect(await withdrawEnable(bo, "cus_no")).toMatchObject({ error: { code: "not_found" } });
  });
});
