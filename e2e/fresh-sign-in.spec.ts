import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import type { Role } from "@/lib/auth/model";
import { type Authenticator, giveCode, setUpAuthenticator } from "./authenticator";
import { inDatabase } from "./database";
import { expect, test } from "./fixtures";
import { newPerson } from "./people";

/** Signs somebody new in by a mailed link. */
async function signInNew(page: Page, role: Role): Promise<void> {
  await page.goto((await newPerson(role)).link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** An admin whose second factor was given a while ago. */
async function signInLongAgo(page: Page): Promise<Authenticator> {
  await signInNew(page, "admin");
  const authenticator = await setUpAuthenticator(page);
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === "vestibule.session")?.value ?? "";
  const hash = createHash("sha256").update(token).digest("hex");
  const aged = await inDatabase(
    (sql) => sql`
      update sessions set created_at = now() - interval '20 minutes',
        second_factor_at = now() - interval '16 minutes' where token_hash = ${hash}`,
  );
  expect(aged.count).toBe(1);
  return authenticator;
}

for (const javaScriptEnabled of [true, false]) {
  test(`an old second factor reveals nothing, and a fresh one leads back to the keys, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
    makeCustomer,
    baseURL,
  }) => {
    const { id, companyName } = await makeCustomer({ status: "ACTIVE" });
    const context = await browser.newContext({ javaScriptEnabled, baseURL: baseURL ?? "" });
    const page = await context.newPage();
    const authenticator = await signInLongAgo(page);
    await page.goto(`/customers/${id}/keys`);
    await page.getByRole("button", { name: "Reveal once" }).last().click();
    await expect(page.getByText("Nothing was revealed")).toBeVisible();
    await expect(page.getByLabel(`Production secret for ${companyName}`)).toHaveCount(0);

    await page.getByRole("link", { name: "Confirm to reveal" }).click();
    await expect(page.getByRole("heading", { name: "Confirm that it is you" })).toBeVisible();
    await giveCode(page, authenticator.code());
    await expect(page).toHaveURL(new RegExp(`/customers/${id}/keys$`));
    await page.getByRole("button", { name: "Reveal once" }).last().click();
    await expect(page.getByLabel(`Production secret for ${companyName}`)).toHaveText(/\w{20,}/);
    await context.close();
  });
}

test("an old second factor enables nobody and removes nobody", async ({ page, makeCustomer }) => {
  const { id } = await makeCustomer();
  const authenticator = await signInLongAgo(page);
  // Asked before anything is typed.
  await page.goto(`/customers/${id}/remove`);
  await expect(page.getByRole("link", { name: "Confirm to remove" })).toBeVisible();
  await expect(page.getByLabel("Company name")).toHaveCount(0);

  await page.goto(`/customers/${id}`);
  await page.getByRole("button", { name: "Enable in Production" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Enable in Production" }).click();
  await expect(page.getByText("Nothing was enabled")).toBeVisible();
  await page.getByRole("link", { name: "Confirm to enable" }).click();
  await giveCode(page, authenticator.code());
  await expect(page).toHaveURL(new RegExp(`/customers/${id}$`));
  // Until the page has loaded the button leads to a page instead of a dialog.
  await page.waitForLoadState();
  await page.getByRole("button", { name: "Enable in Production" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Enable in Production" }).click();
  await expect(page.getByText("Live in Production").first()).toBeVisible();
});

test("an onboarder without a second factor sets one up on the way, and comes back", async ({
  page,
  makeCustomer,
}) => {
  const { id } = await makeCustomer();
  await signInNew(page, "onboarder");
  await page.goto(`/customers/${id}/enable`);
  await page.getByRole("button", { name: "Enable in Production" }).click();
  await expect(page.getByText("Nothing was enabled")).toBeVisible();
  await page.getByRole("link", { name: "Confirm to enable" }).click();
  await page.getByRole("link", { name: "Set up a second factor" }).click();
  await setUpAuthenticator(page);
  await page.getByRole("link", { name: "Not now" }).click();
  await expect(page).toHaveURL(new RegExp(`/customers/${id}/enable$`));
  await page.getByRole("button", { name: "Enable in Production" }).click();
  await expect(page.getByText("Live in Production").first()).toBeVisible();
});
