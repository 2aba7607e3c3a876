import { appearances } from "./appearances";
import { setUpAuthenticator } from "./authenticator";
import { emulator, expect, mailbox, test } from "./fixtures";
import { newPerson } from "./people";
import { fillWizard, startOnboarding } from "./wizard";

for (const [appearance, options] of Object.entries(appearances)) {
  test.describe(appearance, () => {
    test.use(options);

    test("from the sign-in mail to banks that change on the open page", async ({ page }) => {
      // Somebody of its own: of two who wait for a mail at one address, each could take the other's.
      const { email } = await newPerson("admin");
      await test.step("sign in by a mailed link", async () => {
        await page.goto("/customers");
        await expect(page).toHaveURL(/\/sign-in/);
        await page.getByLabel("Email address").fill(email);
        await page.getByRole("button", { name: "E-mail me a sign-in link" }).click();
        const mail = await mailbox.waitFor(email, ({ subject }) =>
          subject.startsWith("Your sign-in link"),
        );
        await page.goto(/https?:\/\/\S+/.exec(mail.text)?.[0] ?? "");
        await page.getByRole("button", { name: "Sign in" }).click();
      });

      await test.step("set up a second factor, which an admin must have", async () => {
        await setUpAuthenticator(page);
        await page.getByRole("link", { name: "Not now" }).click();
        await expect(page).toHaveURL(/\/customers$/);
      });

      const name = `Main Line ${appearance} ${Date.now()}`;
      await test.step("fill the wizard and send it to Plaid", async () => {
        await startOnboarding(page);
        await fillWizard(page, name);
        await expect(page.getByRole("main")).toContainText("ana@harbor.example");
        await page.getByRole("button", { name: "Send to Plaid" }).click();
        await page.waitForURL(/\/customers\/cus_\w+$/);
        await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
        await expect(page.getByText("Ready to enable").first()).toBeVisible();
      });
      const path = new URL(page.url()).pathname;

      await test.step("the list finds it with its status", async () => {
        await page.goto("/customers");
        await page.getByLabel("Search").fill(name);
        await page.keyboard.press("Enter");
        const row = page.getByRole("row").filter({ hasText: name });
        await expect(row).toContainText("Ready to enable");
        await row.getByRole("link", { name }).click();
        await expect(page).toHaveURL(new RegExp(path));
      });

      await test.step("enable it in Production, after reading what that means", async () => {
        await page.getByRole("button", { name: "Enable in Production" }).click();
        const dialog = page.getByRole("alertdialog");
        await expect(dialog.getByRole("button", { name: "Not now" })).toBeFocused();
        await expect(dialog.getByRole("listitem")).toHaveCount(4);
        await dialog.getByRole("button", { name: "Enable in Production" }).click();
        await expect(page.getByText("Live in Production").first()).toBeVisible();
        await expect(page.getByRole("button", { name: "Enable in Production" })).toHaveCount(0);
      });

      await test.step("a signed webhook changes the open page", async () => {
        await page.goto(`${path}/banks`);
        const chase = page.getByRole("article").filter({ hasText: "ins_56" });
        await expect(chase).toBeVisible();
        const clientId = await clientIdOf(name);
        await page.evaluate(() => Object.assign(window, { notReloaded: true }));
        await emulator.setInstitution(clientId, "ins_56", {
          status: "ATTENTION_REQUIRED",
          errors: ["Application logo is required"],
        });
        await expect(chase).toContainText("Attention required");
        await expect(chase).toContainText("Application logo is required");
        expect(await page.evaluate(() => "notReloaded" in window)).toBe(true);
      });

      await test.step("reveal the secret once", async () => {
        await page.goto(`${path}/keys`);
        const secret = await page.content();
        await page.getByRole("button", { name: "Reveal once" }).last().click();
        const shown = page.getByLabel(`Production secret for ${name}`);
        await expect(shown).toHaveText(/\w{20,}/);
        expect(secret).not.toContain((await shown.textContent())?.trim());
        await page.getByRole("checkbox", { name: "I have stored it" }).check();
        await page.getByRole("button", { name: "Done" }).click();
        await page.reload();
        await expect(page.getByText(/Revealed by/)).toBeVisible();
        await expect(page.getByRole("button", { name: "Reveal once" })).toHaveCount(1);
      });
    });
  });
}

async function clientIdOf(companyName: string): Promise<string> {
  const { customers } = await emulator.state<{
    customers: { company_name: string; client_id: string }[];
  }>();
  const found = customers.find(({ company_name }) => company_name === companyName);
  if (!found) throw new Error(`Plaid does not know ${companyName}`);
  return found.client_id;
}
