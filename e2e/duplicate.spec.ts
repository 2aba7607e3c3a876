import { expect, test } from "./fixtures";
import { Hand, onStep } from "./journey";

/** Ours to keep: from a customer to a duplicate with all its answers. */
const INTERACTIONS_MAX = 8;

test("a customer is duplicated and changed in a few interactions", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const source = await makeCustomer({ status: "ACTIVE" });
  await signIn("onboarder");
  await page.goto(`/customers/${source.id}`);
  const hand = new Hand(page);
  const name = `Second ${Date.now()}`;

  await hand.press("More actions");
  await hand.press("Duplicate", /\/onboardings\/cus_\w+\/company\?from=check$/);
  for (const label of ["Company name", "Legal entity name", "Website", "Application name"]) {
    await expect(page.getByLabel(label, { exact: true })).toHaveValue("");
  }
  await expect(page.getByLabel("Street")).toHaveValue("12 Harbor Street");
  await hand.enter("Company name", name);
  await hand.enter("Legal entity name", `${name} Inc.`);
  await hand.enter("Website", "second.example");
  await hand.enter("Application name", name);
  await hand.continueTo("check");

  const due = page.getByRole("listitem").filter({ hasText: /missing|not confirmed/ });
  await expect(due).toHaveCount(2);
  await expect(due.first()).toContainText("Due diligence is not confirmed");
  expect(hand.interactions).toBeLessThanOrEqual(INTERACTIONS_MAX);

  await test.step("what belongs to the other company is not there, and what looks left over is marked", async () => {
    await expect(page.getByRole("main")).not.toContainText(source.companyName);
    const support = page.getByRole("definition").filter({ hasText: "help@harbor.example" });
    await expect(support).toContainText(/Warning: .+second\.example/);
  });

  await test.step("and sent", async () => {
    await page.getByRole("link", { name: "Go to Confirmations" }).first().click();
    await hand.tick(/^Due diligence/);
    await hand.tick(/^Bank addendum/);
    await hand.continueTo("check");
    await hand.press("Send to Plaid", /\/customers\/cus_\w+$/);
    await expect(page.getByText("Ready to enable").first()).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a draft is duplicated from its task list", async ({ page, signIn, makeCustomer }) => {
    const draft = await makeCustomer({ status: "READY" });
    await signIn("onboarder");
    await page.goto(`/onboardings/${draft.id}`);
    await page.getByRole("button", { name: "Duplicate" }).click();
    await page.waitForURL(onStep("company"));
    expect(page.url()).not.toContain(draft.id);
    await expect(page.getByLabel("Company name")).toHaveValue("");
    await expect(page.getByLabel("City")).toHaveValue("Boston");
  });
});

test("who may not edit is offered no duplicate", async ({ page, signIn, makeCustomer }) => {
  const customer = await makeCustomer();
  await signIn("viewer");
  await page.goto(`/customers/${customer.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(customer.companyName);
  await expect(page.getByRole("heading", { name: "What’s blocking" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Duplicate" })).toHaveCount(0);
});
