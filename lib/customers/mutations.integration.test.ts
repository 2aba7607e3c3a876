import { and, eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, institutionChanges, institutions } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { revealSecret } from "@/lib/secrets/reveal";
import { applicant, staff, system } from "@/scripts/testing/actors";
import { emulator } from "@/scripts/testing/context";
import { auditOf, customerRow, readyDraft, sentCustomer } from "@/scripts/testing/drafts";
import { checkCustomer } from "./check";
import { performDueCustomer } from "./due";
import { enableCustomer } from "./enable";
import { getCustomer } from "./queries";
import { removeCustomer } from "./remove";

const enable = "/partner/customer/enable";
const get = "/partner/customer/get";

afterEach(() => emulator.faults([]));

async function enableCalls(clientId: string): Promise<number> {
  const requests = await emulator.requests<{ path: string; body: Record<string, unknown> }[]>();
  return requests.filter(
    ({ path, body }) => path === enable && body.end_customer_client_id === clientId,
  ).length;
}

async function statusAtPlaid(clientId: string): Promise<string | undefined> {
  const state = await emulator.state<{ customers: { client_id: string; status: string }[] }>();
  return state.customers.find((customer) => customer.client_id === clientId)?.status;
}

const strangers = [
  ["a viewer", () => staff("viewer")],
  ["an invited customer", async () => applicant],
  ["the system", async () => system],
] as const;

describe("enabling", () => {
  test("makes the customer live and keeps the secret", async () => {
    const onboarder = await staff("onboarder");
    const { id, clientId } = await sentCustomer(onboarder);
    expect(await enableCustomer(onboarder, id)).toEqual({ ok: true, value: null });
    expect(await customerRow(id)).toMatchObject({ status: "ACTIVE", enabledAt: expect.any(Date) });
    expect(await statusAtPlaid(clientId)).toBe("ACTIVE");
    expect(await auditOf(id)).toEqual(
      expect.arrayContaining(["customer.enable_requested", "customer.enabled"]),
    );
  });

  test.each(strangers)("is not for %s", async (_, actor) => {
    const { id, clientId } = await sentCustomer(await staff("onboarder"));
    await expect(enableCustomer(await actor(), id)).rejects.toThrow(ForbiddenError);
    expect(await statusAtPlaid(clientId)).toBe("PENDING_ENABLEMENT");
  });

  test("asks Plaid right before: a review that began meanwhile stops it", async () => {
    const onboarder = await staff("onboarder");
    const { id, clientId } = await sentCustomer(onboarder);
    await emulator.setStatus(clientId, "UNDER_REVIEW");
    expect(await enableCustomer(onboarder, id)).toEqual({
      ok: false,
      error: { code: "not_ready", status: "UNDER_REVIEW" },
    });
    expect((await customerRow(id)).status).toBe("UNDER_REVIEW");
    expect(await enableCalls(clientId)).toBe(0);
  });

  test("ten clicks at once: one call", async () => {
    const onboarder = await staff("onboarder");
    const { id, clientId } = await sentCustomer(onboarder);
    await emulator.faults([{ endpoint: enable, kind: "latency", ms: 200 }]);
    const results = await Promise.all(
      Array.from({ length: 10 }, () => enableCustomer(onboarder, id)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await enableCalls(clientId)).toBe(1);
  });

  test("a refusal is shown and changes nothing", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await sentCustomer(onboarder);
    await emulator.setPartner({ questionnaire_complete: false });
    const refused = await enableCustomer(onboarder, id);
    await emulator.setPartner({ questionnaire_complete: true });
    expect(refused).toMatchObject({
      error: { code: "refused", problem: { code: "QUESTIONNAIRE_NOT_COMPLETE" } },
    });
    expect((await customerRow(id)).status).toBe("PENDING_ENABLEMENT");
  });

  test("the answer got lost: Plaid is asked, the customer is live, no second call", async () => {
    const onboarder = await staff("onboarder");
    const { id, clientId } = await sentCustomer(onboarder);
    await emulator.faults([{ endpoint: enable, kind: "drop-after-commit" }]);
    expect(await enableCustomer(onboarder, id)).toEqual({
      ok: false,
      error: { code: "unknown", status: "ACTIVE" },
    });
    expect((await customerRow(id)).status).toBe("ACTIVE");
    expect(await enableCalls(clientId)).toBe(1);
  });

  test("the call was not applied: it can be tried again by hand", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await sentCustomer(onboarder);
    await emulator.faults([{ endpoint: enable, kind: "500", times: 1 }]);
    expect(await enableCustomer(onboarder, id)).toEqual({
      ok: false,
      error: { code: "unknown", status: "PENDING_ENABLEMENT" },
    });
    expect(await enableCustomer(onboarder, id)).toMatchObject({ ok: true });
  });

  test("Plaid stays silent: unknown until the loop hears from it", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await sentCustomer(onboarder);
    await emulator.faults([
      { endpoint: enable, kind: "drop-after-commit", times: 1 },
      { endpoint: get, kind: "500" },
    ]);
    const asked = await enableCustomer(onboarder, id);
    // The fresh `get` before the call already failed: nothing was sent.
    expect(asked).toMatchObject({ error: { code: "refused" } });
    expect((await customerRow(id)).status).toBe("PENDING_ENABLEMENT");
  });

  test("a process killed while enabling: the loop asks and settles it", async () => {
    const onboarder = await staff("onboarder");
    const { id, clientId } = await sentCustomer(onboarder);
    const hanging = { status: "ENABLING", dueAt: sql`now()` };
    await db.update(customers).set(hanging).where(eq(customers.id, id));
    await emulator.setStatus(clientId, "ACTIVE");
    await performDueCustomer(id, new AbortController().signal);
    expect((await customerRow(id)).status).toBe("ACTIVE");
  });
});

describe("removing", () => {
  test("ends the customer at Plaid, its keys and its claim to the name", async () => {
    const admin = await staff("admin");
    const { id, clientId } = await sentCustomer(admin);
    expect(await removeCustomer(admin, id)).toEqual({ ok: true, value: null });
    expect((await customerRow(id)).status).toBe("REMOVED");
    expect(await statusAtPlaid(clientId)).toBeUndefined();
    expect(await revealSecret(admin, id, "sandbox")).toMatchObject({ error: { code: "not_held" } });
    expect(await removeCustomer(admin, id)).toMatchObject({ error: { code: "not_removable" } });
  });

  test("is not possible once live, also when only Plaid knows that", async () => {
    const admin = await staff("admin");
    const { id, clientId } = await sentCustomer(admin);
    await emulator.setStatus(clientId, "ACTIVE");
    expect(await removeCustomer(admin, id)).toMatchObject({
      error: { code: "refused", problem: { code: "CUSTOMER_REMOVAL_NOT_ALLOWED" } },
    });
    expect((await customerRow(id)).status).toBe("ACTIVE");
    expect(await removeCustomer(admin, id)).toMatchObject({ error: { code: "not_removable" } });
  });

  test("an unsent draft asks nobody", async () => {
    const admin = await staff("admin");
    const id = await readyDraft(admin);
    expect(await removeCustomer(admin, id)).toMatchObject({ ok: true });
    expect(await auditOf(id)).toContain("onboarding.discarded");
  });

  test("is for admins only", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await sentCustomer(onboarder);
    await expect(removeCustomer(onboarder, id)).rejects.toThrow(ForbiddenError);
  });
});

describe("asking Plaid", () => {
  test("brings status and banks, with a history row per real change", async () => {
    const onboarder = await staff("onboarder");
    const { id, clientId } = await sentCustomer(onboarder);
    await enableCustomer(onboarder, id);
    await emulator.setInstitution(clientId, "ins_56", {
      status: "ATTENTION_REQUIRED",
      errors: ["Application logo is required"],
      webhook: false,
    });
    await db.update(customers).set({ checkedAt: null }).where(eq(customers.id, id));
    expect(await checkCustomer(onboarder, id)).toEqual({ ok: true, value: { status: "ACTIVE" } });

    const [chase] = await db
      .select()
      .from(institutions)
      .where(and(eq(institutions.customerId, id), eq(institutions.institutionId, "ins_56")));
    expect(chase).toMatchObject({
      status: "ATTENTION_REQUIRED",
      errors: [
        { errorCode: "OAUTH_REGISTRATION_ERROR", errorMessage: "Application logo is required" },
      ],
    });
    expect(await customerRow(id)).toMatchObject({ banksTotal: 10, banksAttention: 1 });

    await db.update(customers).set({ checkedAt: null }).where(eq(customers.id, id));
    await checkCustomer(onboarder, id);
    const changes = await db
      .select()
      .from(institutionChanges)
      .where(
        and(eq(institutionChanges.customerId, id), eq(institutionChanges.institutionId, "ins_56")),
      );
    expect(changes).toHaveLength(1);
  });

  test("too often says how long to wait", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await sentCustomer(onboarder);
    expect(await checkCustomer(onboarder, id)).toMatchObject({
      error: { code: "too_soon", waitSeconds: expect.any(Number) },
    });
  });

  test("Plaid down: what was known stays", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await sentCustomer(onboarder);
    await db.update(customers).set({ checkedAt: null }).where(eq(customers.id, id));
    await emulator.faults([{ endpoint: get, kind: "500" }]);
    expect(await checkCustomer(onboarder, id)).toMatchObject({
      error: { code: "refused", problem: { kind: "unavailable" } },
    });
    expect((await customerRow(id)).status).toBe("PENDING_ENABLEMENT");
  });

  test("a customer removed elsewhere is marked and no longer polled", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await sentCustomer(onboarder);
    await db
      .update(customers)
      .set({ clientId: `gone-${id}`, checkedAt: null })
      .where(eq(customers.id, id));
    expect(await checkCustomer(onboarder, id)).toMatchObject({
      error: { problem: { code: "CUSTOMER_NOT_FOUND" } },
    });
    expect(await customerRow(id)).toMatchObject({ dueAt: null, lastFailure: "CUSTOMER_NOT_FOUND" });
    expect(await getCustomer(onboarder, id)).toMatchObject({ missingAtPlaid: true });
  });

  test("the scheduler hears of a finished review", async () => {
    const onboarder = await staff("onboarder");
    const { id, clientId } = await sentCustomer(onboarder);
    await emulator.setStatus(clientId, "DENIED");
    await performDueCustomer(id, new AbortController().signal);
    expect((await customerRow(id)).status).toBe("DENIED");
    expect(await auditOf(id)).toContain("customer.status_changed");
  });
});
