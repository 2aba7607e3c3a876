import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, deliveries, secrets } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { staff } from "@/scripts/testing/actors";
import { CREATE, calmPlaid, customersAtPlaid } from "@/scripts/testing/at-plaid";
import { emulator } from "@/scripts/testing/context";
import { customerRow, readyDraft, sentCustomer } from "@/scripts/testing/drafts";
import type { Fault } from "@/scripts/testing/emulator-client";
import { adoptCustomer, confirmAbsent } from "./reconcile";
import { submitOnboarding } from "./submit";

afterEach(calmPlaid);

/** A draft that was sent and whose answer was not heard. */
async function unanswered(kind: Fault["kind"]) {
  const admin = await staff("admin");
  const id = await readyDraft(admin);
  await emulator.faults([{ endpoint: CREATE, kind, times: 1 }]);
  await submitOnboarding(admin, id);
  const { companyName } = await customerRow(id);
  return { admin, id, companyName };
}

describe("ending an unknown outcome", () => {
  test("the right client_id attaches the customer, without its secrets", async () => {
    const { admin, id, companyName } = await unanswered("drop-after-commit");
    const [known] = await customersAtPlaid(companyName);
    expect(await adoptCustomer(admin, id, known?.client_id ?? "")).toEqual({
      ok: true,
      value: null,
    });
    expect(await customerRow(id)).toMatchObject({
      status: "PENDING_ENABLEMENT",
      clientId: known?.client_id,
    });
    expect(await db.select().from(secrets).where(eq(secrets.customerId, id))).toEqual([]);
  });

  test("a wrong, foreign or taken client_id is refused", async () => {
    const { admin, id } = await unanswered("drop-after-commit");
    const other = await sentCustomer(admin);
    expect(await adoptCustomer(admin, id, "nobody")).toMatchObject({
      error: { code: "unknown_client_id" },
    });
    expect(await adoptCustomer(admin, id, other.clientId)).toMatchObject({
      error: { code: "other_customer" },
    });
    const { companyName } = await customerRow(other.id);
    await db.update(customers).set({ companyName }).where(eq(customers.id, id));
    expect(await adoptCustomer(admin, id, other.clientId)).toMatchObject({
      error: { code: "attached_elsewhere" },
    });
    expect((await customerRow(id)).status).toBe("SUBMIT_UNKNOWN");
  });

  test("confirmed absent only by name, only after a while, then it can be sent again", async () => {
    const { admin, id, companyName } = await unanswered("drop-before");
    expect(await confirmAbsent(admin, id, "Someone else")).toMatchObject({
      error: { code: "name_differs" },
    });
    expect(await confirmAbsent(admin, id, companyName)).toMatchObject({
      error: { code: "too_early" },
    });
    await db.execute(
      sql`update create_attempts set started_at = now() - interval '16 minutes' where customer_id = ${id}`,
    );
    expect(await confirmAbsent(admin, id, companyName)).toMatchObject({ ok: true });
    expect(await submitOnboarding(admin, id)).toMatchObject({ ok: true });
  });

  // "Already created" after an unheard answer is evidence that it exists, not a refusal.
  test("wrongly confirmed absent: the second create turns unknown again", async () => {
    const { admin, id, companyName } = await unanswered("drop-after-commit");
    await db.execute(
      sql`update create_attempts set started_at = now() - interval '16 minutes' where customer_id = ${id}`,
    );
    await confirmAbsent(admin, id, companyName);
    expect(await submitOnboarding(admin, id)).toEqual({ ok: false, error: { code: "unknown" } });
    expect(await customersAtPlaid(companyName)).toHaveLength(1);
  });

  test("only an admin may end it", async () => {
    const { id, companyName } = await unanswered("drop-before");
    const onboarder = await staff("onboarder");
    await expect(adoptCustomer(onboarder, id, "x")).rejects.toThrow(ForbiddenError);
    await expect(confirmAbsent(onboarder, id, companyName)).rejects.toThrow(ForbiddenError);
  });
});

test("a webhook that came before its customer is linked when the customer appears", async () => {
  const { admin, id, companyName } = await unanswered("drop-after-commit");
  const [known] = await customersAtPlaid(companyName);
  const clientId = known?.client_id ?? "";
  await db.insert(deliveries).values({
    id: `early-${id}`,
    body: Buffer.from("{}"),
    keyId: "k",
    signedAt: new Date(),
    clientId,
    state: "orphan",
  });
  await adoptCustomer(admin, id, clientId);
  const [delivery] = await db.select().from(deliveries).where(eq(deliveries.clientId, clientId));
  expect(delivery).toMatchObject({ state: "received", dueAt: expect.any(Date) });
});
