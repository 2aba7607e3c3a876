import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { partnerSettings, secrets, stepAnswers } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { applicant, staff, system } from "@/scripts/testing/actors";
import { CREATE, calmPlaid, createsFor, customersAtPlaid } from "@/scripts/testing/at-plaid";
import { emulator } from "@/scripts/testing/context";
import {
  attemptsOf,
  auditOf,
  completeAnswers,
  confirm,
  customerRow,
  readyDraft,
  sentCustomer,
  wholeStep,
} from "@/scripts/testing/drafts";
import { saveStep } from "./save-step";
import { submitOnboarding } from "./submit";

afterEach(calmPlaid);

describe("a complete, confirmed draft", () => {
  test("becomes a customer with its status, keys and evidence", async () => {
    const onboarder = await staff("onboarder");
    const id = await readyDraft(onboarder);
    expect((await customerRow(id)).status).toBe("READY");

    expect(await submitOnboarding(onboarder, id)).toEqual({
      ok: true,
      value: { status: "PENDING_ENABLEMENT" },
    });

    const row = await customerRow(id);
    const [known] = await customersAtPlaid(row.companyName);
    expect(row).toMatchObject({ status: "PENDING_ENABLEMENT", clientId: known?.client_id });
    expect(row.dueAt).toBeInstanceOf(Date);
    const kept = await db.select().from(secrets).where(eq(secrets.customerId, id));
    expect(kept.map(({ kind }) => kind).sort()).toEqual(["production", "sandbox"]);
    expect(await attemptsOf(id)).toMatchObject([
      { state: "CREATED", requestId: expect.stringMatching(/^\w+$/) },
    ]);
    expect(await auditOf(id)).toEqual(
      expect.arrayContaining(["onboarding.attested", "onboarding.sent", "customer.created"]),
    );
  });

  test("is sent field by field, and nothing else", async () => {
    const onboarder = await staff("onboarder");
    const answers = completeAnswers();
    answers.products.use = "chosen";
    answers.products.products = ["auth", "balance"];
    answers.products.assetsUnderManagement = { amount: "1,500.50", currency: "usd" };
    answers["redirect-uris"].redirectUris = ["https://*.münchen.example/oauth"];
    answers.support.contactUrl = "harbor.example/contact";
    answers.support.phoneNumber = "(617) 555-0132";
    answers.company.website = "münchen.example";
    answers.company.address.region = "massachusetts";
    answers.company.address.postalCode = "021091234";
    answers.company.isDepository = true;
    answers.company.registrationNumber = "12345";
    await db
      .insert(partnerSettings)
      .values({ partnerName: "our company", hasMonthlyCommitment: true });
    const id = await readyDraft(onboarder, answers);
    await submitOnboarding(onboarder, id).finally(() => db.delete(partnerSettings));
    const [sent] = await createsFor(answers.company.companyName);
    expect(sent?.body).toEqual({
      company_name: answers.company.companyName,
      is_diligence_attested: true,
      is_bank_addendum_completed: true,
      products: ["auth", "balance"],
      create_link_customization: false,
      legal_entity_name: answers.company.legalEntityName,
      website: "https://xn--mnchen-3ya.example",
      application_name: answers.company.applicationName,
      technical_contact: { given_name: "Ana", family_name: "Ruiz", email: "ana@harbor.example" },
      billing_contact: { given_name: "Bo", family_name: "Li", email: "bo@harbor.example" },
      customer_support_info: {
        email: "help@harbor.example",
        phone_number: "+16175550132",
        contact_url: "https://harbor.example/contact",
      },
      address: {
        street: "12 Harbor Street",
        city: "Boston",
        region: "MA",
        postal_code: "02109-1234",
        country_code: "US",
      },
      assets_under_management: { amount: 1500.5, iso_currency_code: "USD" },
      redirect_uris: ["https://*.xn--mnchen-3ya.example/oauth"],
      registration_number: "12345",
    });
  });
});

describe("who and when", () => {
  test.each([
    ["a viewer", () => staff("viewer")],
    ["an invited customer", async () => applicant],
    ["the system", async () => system],
  ])("%s may not submit", async (_, actor) => {
    const id = await readyDraft(await staff("onboarder"));
    await expect(submitOnboarding(await actor(), id)).rejects.toThrow(ForbiddenError);
    expect(await attemptsOf(id)).toEqual([]);
  });

  test("an incomplete draft names the step", async () => {
    const onboarder = await staff("onboarder");
    const id = await readyDraft(onboarder);
    await db.delete(stepAnswers).where(sql`customer_id = ${id} and step = 'support'`);
    expect(await submitOnboarding(onboarder, id)).toEqual({
      ok: false,
      error: { code: "incomplete", steps: ["support"] },
    });
  });

  test("an answer changed after it was confirmed must be confirmed again", async () => {
    const onboarder = await staff("onboarder");
    const id = await readyDraft(onboarder);
    const answers = { ...completeAnswers().support, email: "other@harbor.example" };
    await db
      .update(stepAnswers)
      .set({ answers })
      .where(sql`customer_id = ${id} and step = 'support'`);
    expect(await submitOnboarding(onboarder, id)).toEqual({
      ok: false,
      error: { code: "not_attested" },
    });
    expect(await attemptsOf(id)).toEqual([]);
  });

  test("a customer that was sent is not sent again", async () => {
    const onboarder = await staff("onboarder");
    const { id } = await sentCustomer(onboarder);
    expect(await submitOnboarding(onboarder, id)).toMatchObject({
      ok: false,
      error: { code: "already_sent", status: "PENDING_ENABLEMENT" },
    });
  });

  test("an unknown id is not found", async () => {
    expect(await submitOnboarding(await staff("admin"), "cus_nobody")).toEqual({
      ok: false,
      error: { code: "not_found" },
    });
  });
});

describe("Plaid refuses", () => {
  test("the draft stays ours and the refusal names step and field", async () => {
    const onboarder = await staff("onboarder");
    await emulator.setPartner({ has_monthly_commitment: true });
    const id = await readyDraft(onboarder);
    const refused = await submitOnboarding(onboarder, id);
    await emulator.setPartner({ has_monthly_commitment: false });
    expect(refused).toMatchObject({
      error: {
        code: "refused",
        step: "products",
        problem: { code: "ASSETS_UNDER_MANAGEMENT_REQUIRED", requestId: expect.any(String) },
      },
    });
    expect((await customerRow(id)).status).toBe("SUBMIT_FAILED");

    const assetsUnderManagement = { amount: "2500000", currency: "USD" };
    const given = wholeStep(id, "products", { assetsUnderManagement }, { base: 1 });
    expect(await saveStep(onboarder, given)).toMatchObject({ value: { complete: true } });
    await confirm(onboarder, id);
    expect(await submitOnboarding(onboarder, id)).toMatchObject({ ok: true });
    expect((await attemptsOf(id)).map(({ state }) => state).sort()).toEqual(["CREATED", "REFUSED"]);
  });

  test("a gate of the partner's own is about no answer", async () => {
    const onboarder = await staff("onboarder");
    await emulator.setPartner({ flowdown_complete: false });
    const id = await readyDraft(onboarder);
    expect(await submitOnboarding(onboarder, id)).toMatchObject({
      error: { code: "refused", step: null, problem: { code: "FLOWDOWN_NOT_COMPLETE" } },
    });
  });

  test("a rate limit means nothing was created: it can be sent again", async () => {
    const onboarder = await staff("onboarder");
    const id = await readyDraft(onboarder);
    await emulator.faults([{ endpoint: CREATE, kind: "429", times: 1 }]);
    expect(await submitOnboarding(onboarder, id)).toMatchObject({
      error: { code: "refused", problem: { kind: "rate_limited" } },
    });
    expect(await auditOf(id)).toContain("onboarding.not_sent");
    expect(await submitOnboarding(onboarder, id)).toMatchObject({ ok: true });
  });
});
