import { readFileSync } from "node:fs";
import { inDatabase } from "./database";
import { expect, test } from "./fixtures";
import { makeInvitation } from "./invitations";

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("what an admin greets with is read behind the next link", async ({ page, signIn }) => {
    await signIn("admin");
    await page.goto("/admin/settings/invitations");
    await page.getByLabel("Greeting").fill("Good to have you with us.");
    await page.getByLabel("Email address for questions").fill("nobody");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("There is a problem")).toBeVisible();
    await expect(page.getByLabel("Greeting")).toHaveValue("Good to have you with us.");
    await page.getByLabel("Email address for questions").fill("questions@northwind.example");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await expect(page.getByText("Questions to questions@northwind.example")).toBeVisible();

    const { path } = await makeInvitation();
    await page.goto(path);
    await expect(page.getByText("Good to have you with us.")).toBeVisible();
    await expect(page.getByRole("link", { name: "questions@northwind.example" })).toBeVisible();
  });

  test("a draft that is about to be deleted says so, and is kept", async ({
    page,
    signIn,
    makeCustomer,
  }) => {
    const { id, companyName } = await makeCustomer({ status: "READY" });
    await inDatabase(
      (sql) => sql`update customers set updated_at = now() - interval '160 days' where id = ${id}`,
    );
    await signIn("onboarder");
    await page.goto(`/customers?q=${encodeURIComponent(companyName)}`);
    await expect(page.getByText(/^Will be deleted on \d/)).toBeVisible();
    await page.goto(`/onboardings/${id}/support`);
    await expect(
      page.getByText(/^Will be deleted on .* unless somebody works on it$/),
    ).toBeVisible();
    await page.getByRole("button", { name: "Keep it" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText(/^Will be deleted on/)).toHaveCount(0);
  });

  test("a wording is drafted, compared and discarded", async ({ page, signIn }) => {
    await signIn("admin");
    await page.goto("/admin/settings/wordings/addendum_acceptance");
    await page.getByLabel("Text").fill("I accept for {company}.");
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(page.getByRole("link", { name: /^Write \{partner\}/ })).toBeVisible();
    await page.getByLabel("Text").fill("I accept for {legalEntityName}.");
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(page.getByText("Draft saved")).toBeVisible();
    await expect(page.locator("del").first()).toBeVisible();
    await page.getByRole("link", { name: "Publish…" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Publish version 2");
    await page.getByRole("link", { name: "Not now" }).click();
    await page.getByRole("button", { name: "Discard draft" }).click();
    await expect(page.getByRole("button", { name: "Discard draft" })).toHaveCount(0);
  });

  test("the connection is tested", async ({ page, signIn }) => {
    await signIn("admin");
    await page.goto("/admin/settings/plaid");
    await expect(page.getByText(/ends …\w{4}$/)).toBeVisible();
    await page.getByRole("button", { name: "Test connection" }).click();
    await expect(page.getByText(/Plaid answered in \d+ ms|asked a moment ago/)).toBeVisible();
  });
});

test("days that are too few are told at their field", async ({ page, signIn }) => {
  await signIn("admin");
  await page.goto("/admin/settings");
  await page.getByRole("link", { name: "Change Retention" }).click();
  await page.getByLabel(/^Days until a draft/).fill("3");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "Enter a whole number of days from 30 to 730" }).click();
  await expect(page.getByLabel(/^Days until a draft/)).toBeFocused();
  await expect(page.getByLabel(/^Days until a draft/)).toHaveValue("3");
});

test("personal data is exported, and erased by whoever types the name", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const { id, companyName } = await makeCustomer();
  await signIn("admin");
  await page.goto(`/customers/${id}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("link", { name: "Personal data" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export as JSON" }).click(),
  ]);
  const exported = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(exported.customer).toEqual({ id, companyName });

  await page.getByLabel("Company name").fill("Somebody else");
  await page.getByRole("button", { name: "Erase personal data" }).click();
  await expect(page.getByText("That is not the name of this company")).toBeVisible();
  await page.getByLabel("Company name").fill(companyName);
  await page.getByRole("button", { name: "Erase personal data" }).click();
  await expect(page.getByText(/^Personal data erased on \d/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: companyName })).toBeVisible();
});

test("a viewer is told who may", async ({ page, signIn }) => {
  await signIn("viewer");
  const answer = await page.goto("/admin/settings");
  expect(answer?.status()).toBe(403);
});
