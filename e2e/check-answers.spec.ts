import { expect, test } from "./fixtures";
import { continueTo, startOnboarding } from "./wizard";

test.beforeEach(({ signIn }) => signIn("onboarder"));

test("the last page names what is missing, and leads there and back", async ({ page }) => {
  await startOnboarding(page);
  const draft = new URL(page.url()).pathname.replace("/company", "");
  await page.goto(`${draft}/check`);
  const missing = page.getByRole("listitem").filter({ hasText: "– missing" });
  await expect(missing.filter({ hasText: "Support email address" })).toHaveCount(1);
  await expect(page.getByText("Enter the support email address")).toBeVisible();

  await missing.getByRole("link", { name: "Go to Support information" }).click();
  await expect(page.getByLabel("Support email address")).toBeVisible();
  await page.getByLabel("Support email address").fill("help@harbor.example");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.waitForURL(/\/check$/);
  await expect(missing.filter({ hasText: "Support email address" })).toHaveCount(0);

  await page.getByRole("button", { name: "Send to Plaid" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(alert).toContainText("Nothing was sent");
  await expect(alert).toBeFocused();
});

test("answers are shown as they will be sent, beside what was typed", async ({
  page,
  makeCustomer,
}) => {
  const draft = await makeCustomer({ status: "READY" });
  await page.goto(`/onboardings/${draft.id}/check`);
  await expect(page.getByText("Not provided").first()).toBeVisible();
  await expect(page.getByText("Confirmed by")).toHaveCount(2);

  await test.step("Change leads to the field, and Continue straight back", async () => {
    await page.getByRole("link", { name: "Change website" }).click();
    await page.waitForURL(/\/company\?from=check#website$/);
    await expect(page.getByLabel("Website")).toBeFocused();
    await page.getByLabel("Website").fill("Quay.Example");
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await page.waitForURL(/\/check$/);
  });

  const website = page.getByRole("definition").filter({ hasText: "Typed as Quay.Example" });
  await expect(website).toContainText("https://quay.example");

  await test.step("a warning stands beside its value", async () => {
    const support = page.getByRole("definition").filter({ hasText: "help@harbor.example" });
    await expect(support).toContainText(/Warning: .+quay\.example/);
  });

  await test.step("what Plaid gets is shown in its own words, without credentials", async () => {
    await page.getByText("Exactly what Plaid gets").click();
    const request = page.locator("pre");
    await expect(request).toContainText('"website": "https://quay.example"');
    await expect(request).toContainText('"is_diligence_attested": true');
    await expect(request).not.toContainText(/client_id|secret/);
  });

  await test.step("the confirmations have to be made again", async () => {
    await expect(page.getByText(/^Confirm again: an answer or the wording changed/)).toHaveCount(2);
    await page.getByRole("link", { name: "Go to Confirmations" }).first().click();
    await page.getByRole("checkbox", { name: /^Due diligence/ }).check();
    await page.getByRole("checkbox", { name: /^Bank addendum/ }).check();
    await continueTo(page, "check");
    await expect(page.getByText("Confirmed by")).toHaveCount(2);
    await expect(page.getByText("Missing before it can be sent")).toHaveCount(0);
  });
});

test("an application name somebody has is warned of while typing and on the last page, and stops nobody", async ({
  page,
  makeCustomer,
}) => {
  const taken = `Acme ${Date.now()}`;
  await makeCustomer({ status: "READY", name: taken });
  await startOnboarding(page);
  await page.getByLabel("Company name").fill("Nordwind");
  const name = page.getByLabel("Application name");
  await name.fill(taken.toUpperCase());
  const warning = new RegExp(`looks like ${taken}, the application name of ${taken} \\(draft\\)`);
  await expect(name).toHaveAccessibleDescription(warning);
  await expect(name).not.toHaveAttribute("aria-invalid", "true");

  await page.goto(page.url().replace("/company", "/check"));
  await expect(page.getByRole("definition").filter({ hasText: warning })).toContainText("Try");
});

test("the task list leads back to where one stopped, on any device", async ({
  page,
  browser,
  context,
}) => {
  await startOnboarding(page);
  const draft = page.url().replace("/company", "");
  await page.goto(draft);
  await expect(page.getByRole("link", { name: "Start", exact: true })).toBeVisible();
  await page.goto(`${draft}/support`);
  await page.getByLabel("Support phone number").fill("(415) 555-0132");
  await page.getByRole("button", { name: "Save and exit" }).click();
  await page.waitForURL(draft);

  const phone = await browser.newContext({ viewport: { width: 320, height: 640 } });
  await phone.addCookies(await context.cookies());
  const other = await phone.newPage();
  await other.goto(draft);
  await expect(other.getByText("Welcome back. You stopped at Support information.")).toBeVisible();
  const row = other.getByRole("listitem").filter({ hasText: "Support information" });
  await expect(row).toContainText("You · to do: Support email address");
  await expect(row).toContainText("In progress");
  await expect(other.getByRole("link", { name: "Confirmations" })).toHaveCount(0);
  await other.getByRole("link", { name: "Continue", exact: true }).click();
  await expect(other.getByLabel("Support phone number")).toHaveValue("(415) 555-0132");
  await phone.close();
});
