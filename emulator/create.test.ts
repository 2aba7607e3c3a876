import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { application, createCustomer, type Running, startProcess } from "./testing";

let emulator: Running;

beforeAll(async () => {
  emulator = await startProcess();
});
afterAll(() => emulator.stop());

const create = (body: Record<string, unknown>) => emulator.call("/partner/customer/create", body);
const contact = { given_name: "Ada", family_name: "Byte", email: "ada@harborpay.test" };

describe("the partner profile decides", () => {
  const partner = (changes: object) => emulator.control("PUT", "/partner", changes);
  test.each<
    [
      rule: string,
      switchOn: object,
      switchBack: object,
      changes: object,
      status: number,
      code: string,
    ]
  >([
    [
      "the flowdown",
      { flowdown_complete: false },
      { flowdown_complete: true },
      {},
      412,
      "FLOWDOWN_NOT_COMPLETE",
    ],
    [
      "the questionnaire",
      { questionnaire_complete: false },
      { questionnaire_complete: true },
      {},
      412,
      "QUESTIONNAIRE_NOT_COMPLETE",
    ],
    [
      "K4 the products",
      { products: ["auth"] },
      { products: ["auth", "identity", "balance"] },
      { products: ["auth", "identity"] },
      400,
      "INVALID_PRODUCT",
    ],
    [
      "K7 the contacts",
      { default_contacts: false },
      { default_contacts: true },
      {},
      400,
      "CONTACT_REQUIRED",
    ],
    [
      "K7 the billing contact alone",
      { default_contacts: { technical_contact: contact } },
      { default_contacts: true },
      {},
      400,
      "CONTACT_REQUIRED",
    ],
    [
      "K9 the commitment",
      { has_monthly_commitment: true },
      { has_monthly_commitment: false },
      {},
      400,
      "ASSETS_UNDER_MANAGEMENT_REQUIRED",
    ],
  ])("%s", async (_rule, switchOn, switchBack, changes, status, code) => {
    await partner(switchOn);
    const refused = await create(application({ ...changes }));
    await partner(switchBack);

    expect({ status: refused.status, code: refused.body.error_code }).toEqual({ status, code });
    expect((await create(application({ ...changes }))).status).toBe(200);
  });

  test("K8 support information is optional for older partners", async () => {
    await partner({ support_info_mandatory: false });
    const { status } = await create(application({ customer_support_info: undefined }));
    await partner({ support_info_mandatory: true });
    expect(status).toBe(200);
  });

  test("partner gates come before field checks, types before gates", async () => {
    await partner({ flowdown_complete: false });
    const fields = await create(application({ website: "nonsense" }));
    const types = await create(application({ website: 5 }));
    await partner({ flowdown_complete: true });
    expect(fields.body.error_code).toBe("FLOWDOWN_NOT_COMPLETE");
    expect(types.body.error_code).toBe("INVALID_FIELD");
  });
});

describe("K12 names", () => {
  test("the same company and application again is already created, whatever case and spaces", async () => {
    const first = application({ company_name: "Blue Door", application_name: "Blue Door Pay" });
    await create(first);
    const second = await create({
      ...first,
      company_name: "BLUE  door",
      application_name: " blue DOORpay",
    });
    expect(second.body).toMatchObject({
      error_code: "CUSTOMER_ALREADY_CREATED",
      error_message: "this customer has already been created",
    });
  });

  test("an application name of another company is in use", async () => {
    const first = application();
    await create(first);
    const second = await create({ ...first, company_name: "Somebody Else" });
    expect(second.body).toMatchObject({
      error_code: "INVALID_FIELD",
      error_message: "application_name is already in use",
    });
  });

  test("so is one of another team at Plaid", async () => {
    await emulator.control("PUT", "/options", { taken_application_names: ["Acorn"] });
    const { body } = await create(application({ application_name: "ACORN" }));
    expect(body.error_message).toBe("application_name is already in use");
  });

  test("a removed customer frees its name", async () => {
    const customer = application();
    const { body } = await create(customer);
    await emulator.call("/partner/customer/remove", {
      end_customer_client_id: body.end_customer.client_id,
    });
    expect((await create(customer)).status).toBe(200);
  });

  test("20 identical applications at once make one customer", async () => {
    const same = application();
    const answers = await Promise.all(Array.from({ length: 20 }, () => create(same)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(
      answers.filter(({ body }) => body.error_code === "CUSTOMER_ALREADY_CREATED"),
    ).toHaveLength(19);
  });
});

describe("K13 the first status", () => {
  test("is PENDING_ENABLEMENT unless the company is a Plaid customer already", async () => {
    await emulator.control("PUT", "/options", { existing_companies: ["Old Friend Inc"] });
    expect((await createCustomer(emulator)).status).toBe("PENDING_ENABLEMENT");
    expect((await createCustomer(emulator, { company_name: "old friend inc" })).status).toBe(
      "UNDER_REVIEW",
    );
  });

  test("is what the control plane says", async () => {
    await emulator.control("PUT", "/next-create", { status: "MORE_INFORMATION_NEEDED" });
    expect((await createCustomer(emulator)).status).toBe("MORE_INFORMATION_NEEDED");
    await emulator.control("PUT", "/next-create", { status: "PENDING_ENABLEMENT" });
  });
});
