import { createdElsewhere } from "@/scripts/testing/created-elsewhere";
import { emulator, expect, stack, test } from "./fixtures";

async function elsewhere() {
  const name = `Elsewhere ${Date.now()}`;
  return { name, clientId: await createdElsewhere(name, stack().environment) };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a customer made elsewhere is looked up and adopted", async ({ page, signIn }) => {
      const { name, clientId } = await elsewhere();
      await signIn("admin");
      await page.goto("/customers/adopt");
      const typed = page.getByLabel("client_id", { exact: true });

      await test.step("what Plaid does not know is said at the field", async () => {
        await typed.fill("5f0nobody0knows0this0000");
        await page.getByRole("button", { name: "Look it up" }).click();
        await expect(typed).toHaveAttribute("aria-invalid", "true");
        await expect(page.getByText(/Plaid knows no end customer/)).toBeVisible();
        await expect(typed).toHaveValue("5f0nobody0knows0this0000");
      });

      await test.step("nothing is made before Adopt", async () => {
        await typed.fill(clientId);
        await page.getByRole("button", { name: "Look it up" }).click();
        await expect(page.getByRole("definition").filter({ hasText: name })).toBeVisible();
        await expect(page.getByText("Ready to enable")).toBeVisible();
        await expect(typed).toHaveValue(clientId);
      });

      await page.getByRole("button", { name: "Adopt", exact: true }).click();
      await page.waitForURL(/\/customers\/cus_\w+$/);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
      await page.getByRole("link", { name: "Keys" }).click();
      await expect(page.getByText(/it is not stored here/).first()).toBeVisible();

      await page.goto("/customers/adopt");
      await typed.fill(clientId);
      await page.getByRole("button", { name: "Look it up" }).click();
      await page.getByRole("link", { name: `Open ${name}` }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
    });

    test("when Plaid does not answer, that is said and what was typed stays", async ({
      page,
      signIn,
    }) => {
      const { clientId } = await elsewhere();
      await emulator.addFault({
        endpoint: "/partner/customer/get",
        kind: "503",
        containing: clientId,
      });
      await signIn("admin");
      await page.goto("/customers/adopt");
      await page.getByLabel("client_id", { exact: true }).fill(clientId);
      await page.getByRole("button", { name: "Look it up" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText(
        "Plaid could not be asked",
      );
      await expect(page.getByLabel("client_id", { exact: true })).toHaveValue(clientId);
    });
  });
}
