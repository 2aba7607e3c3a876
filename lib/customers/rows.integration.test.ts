import { describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { stepAnswers } from "@/db/schema";
import { type Staff, staff } from "@/scripts/testing/actors";
import { addAttempts, addCustomers, type CustomerValues } from "@/scripts/testing/customers";
import { getCustomer } from "./queries";

/** Two of the steps of a draft, saved. */
async function draft(actor: Staff, values: CustomerValues): Promise<string> {
  const [id = ""] = await addCustomers(actor, [{ ...values }]);
  await db.insert(stepAnswers).values(
    ["company", "contacts"].map((step) => ({
      customerId: id,
      step,
      answers: {},
      savedBy: actor.userId,
    })),
  );
  return id;
}

describe("the line of a row", () => {
  test("counts the sections of a draft that are complete, and names what comes next", async () => {
    const onboarder = await staff("onboarder");
    const id = await draft(onboarder, {
      gaps: [
        { step: "support", path: "email" },
        { step: "company", path: "website" },
      ],
    });
    expect(await getCustomer(onboarder, id)).toMatchObject({
      line: "1 of 7 sections complete · next: Website",
      action: { label: "Go to Company", href: `/onboardings/${id}/company#website` },
    });
  });

  test("is the reason of a refusal, with the way to its field", async () => {
    const onboarder = await staff("onboarder");
    const id = await draft(onboarder, { status: "SUBMIT_FAILED" });
    await addAttempts(onboarder, [
      {
        customerId: id,
        state: "REFUSED",
        errorKind: "rejected",
        errorCode: "CUSTOMER_ALREADY_CREATED",
        requestId: "AbC123",
      },
    ]);
    const found = await getCustomer(onboarder, id);
    expect(found?.line).toMatch(/^Plaid already has an application with this name\. /);
    expect(found?.action?.href).toBe(`/onboardings/${id}/company#applicationName`);
    expect(found?.requirements.map(({ code }) => code)).toEqual(["application_name"]);
  });

  test.each<[CustomerValues, string]>([
    [{ status: "READY" }, "All required answers given"],
    [{ status: "PENDING_ENABLEMENT" }, "Approved by Plaid. Enable when you go live"],
    [
      { status: "ACTIVE", banksTotal: 9, banksEnabled: 8, banksAttention: 1 },
      "1 bank needs attention",
    ],
    [{ status: "ACTIVE", banksTotal: 9, banksEnabled: 9 }, "Full Production"],
    [
      { status: "ACTIVE", questionnaireStatus: "NOT_STARTED" },
      "The security questionnaire is not complete. Chase and PNC stay closed until it is",
    ],
    [
      { status: "PENDING_ENABLEMENT", lastFailure: "CUSTOMER_NOT_FOUND" },
      "Plaid does not know this customer. It may have been removed in the Plaid Dashboard, or it belongs to another environment",
    ],
    [{ status: "ON_HOLD" }, "New status from Plaid"],
  ])("of %j: %s", async (values, line) => {
    const viewer = await staff("viewer");
    const [id = ""] = await addCustomers(viewer, [values]);
    expect((await getCustomer(viewer, id))?.line).toBe(line);
  });
});
