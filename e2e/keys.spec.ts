import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { secretsAtPlaid } from "./keys";

async function reveal(page: Page, id: string, kind: "Sandbox" | "Production"): Promise<void> {
  await page.goto(`/customers/${id}/keys`);
  const card = page.getByRole("region", { name: `${kind} secret` });
  await card.getByRole("button", { name: "Reveal once" }).click();
}

test("a secret is copied in two actions, and no stray key or click loses it", async ({
  page,
  context,
  signIn,
  makeCustomer,
}) => {
  const { id, companyName, clientId } = await makeCustomer({ status: "ACTIVE" });
  const { production } = await secretsAtPlaid(clientId);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signIn("admin");
  await reveal(page, id, "Production");
  const shown = page.getByLabel(`Production secret for ${companyName}`);
  await expect(shown).toHaveText(production);
  await page.getByRole("button", { name: "Copy secret" }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(production);

  await page.keyboard.press("Escape");
  await expect(page.getByText("It is still open.")).toBeVisible();
  await page.getByRole("heading", { level: 1 }).click();
  await expect(shown).toHaveText(production);
  page.once("dialog", (dialog) => dialog.dismiss());
  await page.getByRole("link", { name: "Activity" }).click();
  await expect(shown).toHaveText(production);

  await page.getByRole("button", { name: "Read characters" }).click();
  const spelled = await page
    .getByRole("listitem")
    .filter({ hasText: /digit|small|capital/ })
    .all();
  expect(spelled).toHaveLength(production.length);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download .env with the Production secret" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("plaid.env");
  const file = await readFile(await download.path(), "utf8");
  expect(file).toContain(`PLAID_CLIENT_ID=${clientId}\nPLAID_SECRET=${production}\n`);
  await page.emulateMedia({ media: "print" });
  await expect(shown).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText("Store the secret, then tick this box")).toBeVisible();
  await page.getByRole("checkbox", { name: "I have stored it" }).check();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByText(/Revealed by .+ from /)).toBeVisible();
  expect(await page.content()).not.toContain(production);
});

test("where nothing may be copied, the secret is selected for the keyboard", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const { id, clientId } = await makeCustomer();
  const { sandbox } = await secretsAtPlaid(clientId);
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("denied"));
  });
  await signIn("admin");
  await reveal(page, id, "Sandbox");
  await page.getByRole("button", { name: "Copy secret" }).click();
  await expect(page.getByText("Press Ctrl+C")).toBeVisible();
  expect(await page.evaluate(() => String(window.getSelection()))).toBe(sandbox);
});

test("a reload hides a secret, and the same session opens it again for a while", async ({
  page,
  browser,
  signIn,
  sessionOf,
  makeCustomer,
}) => {
  const { id, companyName, clientId } = await makeCustomer();
  const { sandbox } = await secretsAtPlaid(clientId);
  await signIn("onboarder");
  await reveal(page, id, "Sandbox");
  const shown = page.getByLabel(`Sandbox secret for ${companyName}`);
  await expect(shown).toHaveText(sandbox);
  page.once("dialog", (dialog) => dialog.accept());
  await page.reload();
  await expect(page.getByText(/Until \d\d:\d\d UTC you can open it again/)).toBeVisible();
  expect(await page.content()).not.toContain(sandbox);

  const elsewhere = await browser.newContext({ baseURL: new URL("/", page.url()).href });
  await elsewhere.addCookies(await sessionOf("admin"));
  const other = await elsewhere.newPage();
  await other.goto(`/customers/${id}/keys`);
  const card = other.getByRole("region", { name: "Sandbox secret" });
  await expect(card).toContainText("has it open");
  await expect(card.getByRole("button")).toHaveCount(0);
  await elsewhere.close();

  await page.getByRole("button", { name: "Open it again" }).click();
  await expect(shown).toHaveText(sandbox);
});

test("a secret is hidden after five minutes, unless it is kept open", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const { id, companyName } = await makeCustomer();
  await page.clock.install();
  await signIn("onboarder");
  await reveal(page, id, "Sandbox");
  const shown = page.getByLabel(`Sandbox secret for ${companyName}`);
  await expect(shown).toBeVisible();
  await page.clock.fastForward("04:30");
  await page.getByRole("button", { name: "Keep it open" }).click();
  await page.clock.fastForward("04:00");
  await expect(shown).toBeVisible();
  await page.clock.fastForward("03:00");
  await expect(shown).toHaveCount(0);
});

test("a secret that never came is pasted, and told apart from other keys", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const { id, companyName, clientId } = await makeCustomer();
  await signIn("admin");
  await reveal(page, id, "Production");
  await page.getByRole("checkbox", { name: "I have stored it" }).check();
  await page.getByRole("button", { name: "Done" }).click();
  const card = page.getByRole("region", { name: "Production secret" });
  await card.getByText("Paste a secret").click();
  await card.getByLabel("Production secret").fill(clientId);
  await card.getByRole("button", { name: "Store the secret" }).click();
  await expect(card.getByText("This is another key")).toBeVisible();
  await card.getByLabel("Production secret").fill("p4sted0by0hand0p4sted0by0hand0");
  await card.getByRole("button", { name: "Store the secret" }).click();
  await expect(card.getByText(/^Pasted/)).toBeVisible();
  await card.getByRole("button", { name: "Reveal once" }).click();
  await expect(page.getByLabel(`Production secret for ${companyName}`)).toHaveText(
    "p4sted0by0hand0p4sted0by0hand0",
  );
});
