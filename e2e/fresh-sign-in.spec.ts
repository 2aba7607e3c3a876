import { createHash, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { runScript } from "@/scripts/stack/process";
import { expect, mailbox, stack, test } from "./fixtures";
import { inDatabase } from "./invitations";

/** Signs an admin in, who has a mailbox of their own, and lets the clock of that session run on. */
async function signInLongAgo(page: Page): Promise<string> {
  const email = `admin-${randomUUID()}@staff.test`;
  const person = ["create-user", "--email", email, "--name", "Ada Again", "--role", "admin"];
  const environment = { ...process.env, ...stack().environment };
  await page.goto(await runScript("scripts/admin.ts", person, environment));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/");
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === "vestibule.session")?.value ?? "";
  const hash = createHash("sha256").update(token).digest("hex");
  const aged = await inDatabase(
    (sql) => sql`
      update sessions set created_at = now() - interval '16 minutes' where token_hash = ${hash}`,
  );
  expect(aged.count).toBe(1);
  return email;
}

async function signInAgain(page: Page, email: string): Promise<void> {
  await page.getByRole("button", { name: "E-mail me a sign-in link" }).click();
  const mail = await mailbox.waitFor(email);
  await page.goto(/https?:\/\/\S+/.exec(mail.text)?.[0] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test(`an old sign-in reveals nothing, and a fresh one leads back to the keys, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
    makeCustomer,
    baseURL,
  }) => {
    const { id, companyName } = await makeCustomer({ status: "ACTIVE" });
    const context = await browser.newContext({ javaScriptEnabled, baseURL: baseURL ?? "" });
    const page = await context.newPage();
    const email = await signInLongAgo(page);
    await page.goto(`/customers/${id}/keys`);
    await page.getByRole("button", { name: "Reveal once" }).last().click();
    await expect(page.getByText("Nothing was revealed")).toBeVisible();
    await expect(page.getByLabel(`Production secret for ${companyName}`)).toHaveCount(0);

    await page.getByRole("link", { name: "Sign in again to reveal" }).click();
    await expect(page.getByRole("heading", { name: "Sign in again" })).toBeVisible();
    await signInAgain(page, email);
    await expect(page).toHaveURL(new RegExp(`/customers/${id}/keys$`));
    await page.getByRole("button", { name: "Reveal once" }).last().click();
    await expect(page.getByLabel(`Production secret for ${companyName}`)).toHaveText(/\w{20,}/);
    await context.close();
  });
}

test("an old sign-in enables nobody", async ({ browser, makeCustomer, baseURL }) => {
  const { id } = await makeCustomer();
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const page = await context.newPage();
  const email = await signInLongAgo(page);
  await page.goto(`/customers/${id}`);
  await page.getByRole("button", { name: "Enable in Production" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Enable in Production" }).click();
  await expect(page.getByText("Nothing was enabled")).toBeVisible();
  await page.getByRole("link", { name: "Sign in again to enable" }).click();
  await signInAgain(page, email);
  await expect(page).toHaveURL(new RegExp(`/customers/${id}$`));
  // Until the page has loaded the button leads to a page instead of a dialog.
  await page.waitForLoadState();
  await page.getByRole("button", { name: "Enable in Production" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Enable in Production" }).click();
  await expect(page.getByText("Live in Production").first()).toBeVisible();
  await context.close();
});
