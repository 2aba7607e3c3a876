import { emulator, expect, test } from "./fixtures";
import { continueTo } from "./wizard";

test("a refusal leads to the field it is about and keeps the draft", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  // Somebody else's application has the name: known to Plaid, not to this portal.
  const taken = `Taken ${Date.now()}`;
  await reserveName(taken);
  const draft = await makeCustomer({ status: "READY", name: taken });
  await signIn("onboarder");
  await page.goto(`/onboardings/${draft.id}/check`);
  await page.getByRole("button", { name: "Send to Plaid" }).click();

  const alert = page.getByRole("alert").filter({ hasText: /name/i }).first();
  await expect(alert).toBeVisible();
  await expect(page.getByRole("main")).toContainText(/request.id/i);
  await page.goto(`/onboardings/${draft.id}/company`);
  await expect(page.getByLabel("Application name")).toHaveValue(taken);
  await page.getByLabel("Application name").fill(`${taken} by Northwind`);
  await continueTo(page, "contacts");
  await page.goto(`/onboardings/${draft.id}/attestations`);
  await page.getByRole("checkbox", { name: /^Due diligence/ }).check();
  await page.getByRole("checkbox", { name: /^Bank addendum/ }).check();
  await continueTo(page, "check");
  await page.getByRole("button", { name: "Send to Plaid" }).click();
  await expect(page.getByText("Ready to enable").first()).toBeVisible();
});

test("no answer from Plaid is shown as such and can be settled, never sent again", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const draft = await makeCustomer({ status: "READY" });
  await signIn("admin");
  await emulator.addFault({
    endpoint: "/partner/customer/create",
    kind: "drop-after-commit",
    containing: draft.companyName,
  });
  await page.goto(`/onboardings/${draft.id}/check`);
  await page.getByRole("button", { name: "Send to Plaid" }).click();
  await page.waitForURL(`**/customers/${draft.id}`);
  await expect(page.getByText("No answer from Plaid").first()).toBeVisible();

  await page.goto(`/onboardings/${draft.id}/check`);
  await expect(page).toHaveURL(new RegExp(`/customers/${draft.id}`));
  await expect(page.getByRole("button", { name: "Send to Plaid" })).toHaveCount(0);

  const known = await created(draft.companyName);
  expect(known).toHaveLength(1);
  await page.getByLabel("client_id").fill("6".repeat(24));
  await page.getByRole("button", { name: "Attach" }).click();
  await expect(page.getByText(/Plaid knows no end customer/)).toBeVisible();
  await page.getByLabel("Company name").fill("Somebody else");
  await page.getByRole("button", { name: "Send again" }).click();
  await expect(page.getByText(/Type the company name exactly/)).toBeVisible();
  await page.getByLabel("client_id").fill(known[0] ?? "");
  await page.getByRole("button", { name: "Attach" }).click();
  await expect(page.getByText("Ready to enable").first()).toBeVisible();
});

test("enabling is not offered while Plaid reviews", async ({ page, signIn, makeCustomer }) => {
  const customer = await makeCustomer({ status: "UNDER_REVIEW" });
  await signIn("admin");
  await page.goto(`/customers/${customer.id}`);
  await expect(page.getByText("Plaid is reviewing").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Enable in Production" })).toHaveCount(0);
  await page.goto(`/customers/${customer.id}/enable`);
  await expect(page.getByRole("button", { name: "Enable in Production" })).toHaveCount(0);
});

test("a status Plaid invents tomorrow shows as its own code", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const customer = await makeCustomer({ status: "PAUSED_BY_REGULATOR" });
  await signIn("viewer");
  await page.goto(`/customers/${customer.id}`);
  await expect(page.getByText("Paused by regulator").first()).toBeVisible();
});

async function created(companyName: string): Promise<string[]> {
  const { customers } = await emulator.state<{
    customers: { company_name: string; client_id: string }[];
  }>();
  return customers.filter((c) => c.company_name === companyName).map((c) => c.client_id);
}

/** Straight at the Partner API, as another system of the partner's would. */
async function reserveName(application_name: string): Promise<void> {
  const answer = await fetch(`${emulator.url()}/partner/customer/create`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "plaid-client-id": "5f0demo0partner0client01",
      "plaid-secret": "demo0partner0secret0for0emulator",
    },
    body: JSON.stringify({
      company_name: "Somebody Else",
      legal_entity_name: "Somebody Else Inc.",
      application_name,
      website: "else.example",
      is_diligence_attested: true,
      is_bank_addendum_completed: true,
      technical_contact: { given_name: "A", family_name: "B", email: "a@else.example" },
      billing_contact: { given_name: "A", family_name: "B", email: "a@else.example" },
      customer_support_info: { email: "help@else.example" },
      address: {
        street: "1 Main St",
        city: "Boston",
        region: "MA",
        postal_code: "02109",
        country_code: "US",
      },
    }),
  });
  if (!answer.ok) throw new Error(await answer.text());
}
