import { spawn } from "node:child_process";
import { eq, sql } from "drizzle-orm";
import { afterEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { customers, deliveries, partnerSettings, secrets, stepAnswers } from "@/db/schema";
import { ForbiddenError } from "@/lib/auth/actor";
import { performDueCustomer } from "@/lib/customers/due";
import { applicant, type Staff, staff, system } from "@/scripts/testing/actors";
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
import type { Fault } from "@/scripts/testing/emulator-client";
import { adoptCustomer, confirmAbsent } from "./reconcile";
import { saveStep } from "./save-step";
import { submitOnboarding } from "./submit";

const create = "/partner/customer/create";

afterEach(async () => {
  await emulator.faults([]);
  await emulator.setPartner({ flowdown_complete: true, questionnaire_complete: true });
});

type CreateRequest = { path: string; body: Record<string, unknown> };

async function createsFor(companyName: string): Promise<CreateRequest[]> {
  const requests = await emulator.requests<CreateRequest[]>();
  return requests.filter(({ path, body }) => path === create && body.company_name === companyName);
}

async function atPlaid(companyName: string) {
  const { customers: known } = await emulator.state<{
    customers: { company_name: string; client_id: string; status: string }[];
  }>();
  return known.filter(({ company_name }) => company_name === companyName);
}

/** The same submission in a process of its own. */
function submitElsewhere(id: string, actor: Staff) {
  return spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "scripts/testing/submit-once.ts", id],
    { env: { ...process.env, TEST_ACTOR: JSON.stringify(actor) }, stdio: "ignore" },
  );
}

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
    const [known] = await atPlaid(row.companyName);
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

// Create has no idempotency key. This is the promise of the whole product.
describe("one submission makes at most one customer", () => {
  test("ten clicks at once: one call", async () => {
    const onboarder = await staff("onboarder");
    const id = await readyDraft(onboarder);
    await emulator.faults([{ endpoint: create, kind: "latency", ms: 200 }]);
    const results = await Promise.all(
      Array.from({ length: 10 }, () => submitOnboarding(onboarder, id)),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const { companyName } = await customerRow(id);
    expect(await createsFor(companyName)).toHaveLength(1);
    expect(await atPlaid(companyName)).toHaveLength(1);
  });

  test("three processes at once: one call", async () => {
    const onboarder = await staff("onboarder");
    const id = await readyDraft(onboarder);
    const { companyName } = await customerRow(id);
    const children = Array.from({ length: 3 }, () => submitElsewhere(id, onboarder));
    await Promise.all(children.map((child) => new Promise((end) => child.once("exit", end))));
    expect(await createsFor(companyName)).toHaveLength(1);
    expect((await customerRow(id)).status).toBe("PENDING_ENABLEMENT");
  });

  const lost: [Fault["kind"], number][] = [
    ["drop-after-commit", 1],
    ["malformed", 1],
    ["drop-before", 0],
    ["500", 0],
    ["503", 0],
  ];
  test.each(lost)("no usable answer (%s): unknown, never sent again", async (kind, exist) => {
    const onboarder = await staff("onboarder");
    const id = await readyDraft(onboarder);
    await emulator.faults([{ endpoint: create, kind }]);
    expect(await submitOnboarding(onboarder, id)).toEqual({
      ok: false,
      error: { code: "unknown" },
    });
    expect(await submitOnboarding(onboarder, id)).toMatchObject({
      error: { code: "already_sent", status: "SUBMIT_UNKNOWN" },
    });
    const { companyName, status } = await customerRow(id);
    expect(status).toBe("SUBMIT_UNKNOWN");
    expect(await createsFor(companyName)).toHaveLength(1);
    expect(await atPlaid(companyName)).toHaveLength(exist);
    expect(await auditOf(id)).toContain("onboarding.unanswered");
  });

  test("a process killed between call and record leaves the question visible", async () => {
    const onboarder = await staff("onboarder");
    const id = await readyDraft(onboarder);
    await emulator.faults([{ endpoint: create, kind: "latency", ms: 5_000 }]);
    const child = submitElsewhere(id, onboarder);
    await expect
      .poll(async () => (await customerRow(id)).status, { timeout: 15_000 })
      .toBe("SUBMITTING");
    child.kill("SIGKILL");
    const exited = new Promise((resolve) => child.once("exit", resolve));
    await exited;

    await db.update(customers).set({ dueAt: sql`now()` }).where(eq(customers.id, id));
    await performDueCustomer(id, new AbortController().signal);
    expect((await customerRow(id)).status).toBe("SUBMIT_UNKNOWN");
    expect(await attemptsOf(id)).toMatchObject([{ state: "UNKNOWN", errorCode: "PROCESS_ENDED" }]);
  });

  test("one application name for two drafts at once: one is sent, the other gets the field", async () => {
    const onboarder = await staff("onboarder");
    const first = completeAnswers();
    const second = completeAnswers();
    second.company.applicationName = `  ${first.company.applicationName.toUpperCase()} `;
    const ids = [await readyDraft(onboarder, first), await readyDraft(onboarder, second)];
    const results = await Promise.all(ids.map((id) => submitOnboarding(onboarder, id)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      error: { code: "refused", step: "company", field: "applicationName" },
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
    await emulator.faults([{ endpoint: create, kind: "429", times: 1 }]);
    expect(await submitOnboarding(onboarder, id)).toMatchObject({
      error: { code: "refused", problem: { kind: "rate_limited" } },
    });
    expect(await submitOnboarding(onboarder, id)).toMatchObject({ ok: true });
  });
});

describe("ending an unknown outcome", () => {
  async function unanswered(kind: Fault["kind"]) {
    const admin = await staff("admin");
    const id = await readyDraft(admin);
    await emulator.faults([{ endpoint: create, kind, times: 1 }]);
    await submitOnboarding(admin, id);
    const { companyName } = await customerRow(id);
    return { admin, id, companyName };
  }

  test("the right client_id attaches the customer, without its secrets", async () => {
    const { admin, id, companyName } = await unanswered("drop-after-commit");
    const [known] = await atPlaid(companyName);
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
    expect(await atPlaid(companyName)).toHaveLength(1);
  });

  test("only an admin may end it", async () => {
    const { id, companyName } = await unanswered("drop-before");
    const onboarder = await staff("onboarder");
    await expect(adoptCustomer(onboarder, id, "x")).rejects.toThrow(ForbiddenError);
    await expect(confirmAbsent(onboarder, id, companyName)).rejects.toThrow(ForbiddenError);
  });
});

test("a webhook that came before its customer is linked when the customer appears", async () => {
  const { admin, id } = await (async () => {
    const admin = await staff("admin");
    const id = await readyDraft(admin);
    await emulator.faults([{ endpoint: create, kind: "drop-after-commit", times: 1 }]);
    await submitOnboarding(admin, id);
    return { admin, id };
  })();
  const [known] = await atPlaid((await customerRow(id)).companyName);
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
