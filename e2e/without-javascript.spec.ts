import { expect, test } from "./fixtures";
import { fillWizard, startOnboarding } from "./wizard";

test.use({ javaScriptEnabled: false });

test("the whole main line works with JavaScript off", async ({ page, signIn }) => {
  test.slow();
  await signIn("admin");
  const name = `No Script ${Date.now()}`;
  await startOnboarding(page);

  await test.step("a bad answer is explained and everything typed is kept", async () => {
    await page.getByLabel("Company name").fill(name);
    await page.getByLabel("Website").fill("javascript:alert(1)");
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    await expect(page.getByLabel("Company name")).toHaveValue(name);
    await expect(page.getByLabel("Website")).toHaveValue("javascript:alert(1)");
    await expect(page.getByLabel("Legal entity name")).toHaveAttribute("aria-invalid", "true");
  });

  await fillWizard(page, name);
  await page.getByRole("button", { name: "Send to Plaid" }).click();
  await page.waitForURL(/\/customers\/cus_\w+$/);
  const path = new URL(page.url()).pathname;

  await page.getByRole("button", { name: "Enable in Production" }).click();
  await page.waitForURL(/\/enable\??$/);
  await page.getByRole("button", { name: "Enable in Production" }).click();
  await expect(page.getByText("Live in Production").first()).toBeVisible();

  await page.goto(`${path}/keys`);
  await page.getByRole("button", { name: "Reveal once" }).last().click();
  await expect(page.getByLabel(`Production secret for ${name}`)).toHaveText(/\w{20,}/);
});
