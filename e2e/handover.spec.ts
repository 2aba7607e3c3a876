import { randomUUID } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { callAction } from "./actions";
import { inDatabase } from "./database";
import { expect, mailbox, stack, test } from "./fixtures";
import { handoverAttacks } from "./handover-attacks";
import { codeFor, phone } from "./invitations";
import { enterHandover, handOver, secretsAtPlaid } from "./keys";

function somebody(): string {
  return `tech-${randomUUID()}@customer.test`;
}

/** A link in somebody's mail, and that person's device. */
async function sentTo(browser: Browser, page: Page, customerId: string) {
  const email = somebody();
  await page.goto(`/customers/${customerId}/keys`);
  const path = await handOver(page, email);
  const context = await browser.newContext({ baseURL: stack().portalUrl });
  return { email, path, context, device: await context.newPage() };
}

for (const javaScriptEnabled of [true, false]) {
  test(`keys go by a link and a code to a phone, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    page,
    browser,
    signIn,
    makeCustomer,
  }) => {
    const { id, companyName, clientId } = await makeCustomer({ status: "ACTIVE" });
    const { sandbox, production } = await secretsAtPlaid(clientId);
    const email = somebody();
    await signIn("admin");
    await page.goto(`/customers/${id}/keys`);
    const path = await handOver(page, email);

    const baseURL = stack().portalUrl;
    const context = await browser.newContext({ ...phone, javaScriptEnabled, baseURL });
    const device = await context.newPage();
    for (let time = 0; time < 10; time++) {
      expect((await context.request.get(path)).status()).toBe(200);
      expect((await context.request.head(path)).status()).toBe(200);
    }
    const answer = await device.goto(path);
    expect(answer?.headers()).toMatchObject({
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "x-robots-tag": "noindex, nofollow",
    });
    await enterHandover(device, path, email);
    await expect(device.getByText("Have your password manager ready")).toBeVisible();
    await device.getByRole("button", { name: "Reveal once" }).click();
    const shown = device.getByLabel(`Production secret for ${companyName}`);
    await expect(shown).toHaveText(production);
    await expect(device.getByLabel(`Sandbox secret for ${companyName}`)).toHaveText(sandbox);

    device.once("dialog", (dialog) => dialog.accept());
    await device.goto(path);
    await device.getByRole("button", { name: "Open again" }).click();
    await expect(shown).toHaveText(production);
    await device.getByRole("checkbox", { name: "I have stored it" }).check();
    await device.getByRole("button", { name: "Done" }).click();
    await expect(device.getByRole("heading", { name: "You received the keys" })).toBeVisible();
    expect(await device.content()).not.toContain(production);
    await context.close();

    await mailbox.waitFor(email, ({ subject }) =>
      subject.startsWith("You received the Plaid keys"),
    );
    await page.reload();
    const link = page.getByRole("article").filter({ hasText: email });
    await expect(link).toContainText("Received");
    await expect(link).toContainText("Opened, code sent");
    await expect(link).toContainText("Said to be stored");
    await expect(link.getByRole("button")).toHaveCount(0);
    await expect(page.getByText(`Handed over to ${email}`)).toHaveCount(2);
  });
}

test("five wrong codes lock a link, and the partner sees it", async ({
  page,
  browser,
  signIn,
  makeCustomer,
}) => {
  const { id } = await makeCustomer();
  await signIn("admin");
  const { email, path, context, device } = await sentTo(browser, page, id);
  await device.goto(path);
  await device.getByRole("button", { name: "Send me the code" }).click();
  const code = await codeFor(email);
  const wrong = code === "000000" ? "000001" : "000000";
  for (const left of ["4 tries are left", "3 tries", "2 tries", "One try is left", "is locked"]) {
    await device.getByLabel("Six-digit code").fill(wrong);
    await device.getByRole("button", { name: "Continue", exact: true }).click();
    await expect(device.getByRole("main")).toContainText(left);
  }
  await device.getByLabel("Six-digit code").fill(code);
  await device.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(
    device.getByRole("heading", { name: "This link does not work any more" }),
  ).toBeVisible();
  await context.close();
  await page.reload();
  await expect(page.getByText("Locked after five wrong codes")).toBeVisible();
});

test("a revoked link shows nothing to who is inside", async ({
  page,
  browser,
  signIn,
  makeCustomer,
}) => {
  const { id } = await makeCustomer();
  await signIn("admin");
  const { email, path, context, device } = await sentTo(browser, page, id);
  await enterHandover(device, path, email);
  await page.getByRole("button", { name: `Revoke link of ${email}` }).click();
  await expect(page.getByText("Revoked").first()).toBeVisible();
  await device.getByRole("button", { name: "Reveal once" }).click();
  await expect(
    device.getByRole("heading", { name: "This link does not work any more" }),
  ).toBeVisible();
  await context.close();
});

test("who has only the link is shown nothing by any action", async ({
  page,
  request,
  signIn,
  makeCustomer,
}) => {
  const { id, clientId } = await makeCustomer();
  const { sandbox, production } = await secretsAtPlaid(clientId);
  await signIn("admin");
  await page.goto(`/customers/${id}/keys`);
  const token = (await handOver(page, somebody())).split("/").at(-1) ?? "";
  const kept = () =>
    inDatabase(
      (sql) => sql`
        select s.id, s.sealed, s.revealed_at, h.revealed_at as shown_at, h.locked_at, h.code_tries
        from secrets s join handovers h on h.id = s.handover_id where s.customer_id = ${id}
        order by s.id`,
    );
  const before = await kept();
  expect(before).toHaveLength(2);
  for (const make of Object.values(handoverAttacks)) {
    for (const headers of [{}, { origin: "https://evil.example" }, { origin: "null" }]) {
      const answer = await callAction(request, { ...make(token), headers });
      expect(answer.status()).toBeLessThan(502);
      const text = await answer.text();
      expect(text).not.toContain(sandbox);
      expect(text).not.toContain(production);
    }
  }
  expect(await kept()).toEqual(before);
});

test("a link that never was and one that was used look the same", async ({ request }) => {
  const texts = await Promise.all(
    ["nothing", "x".repeat(43), "%00"].map(async (token) => {
      const answer = await request.get(`/handover/${token}`);
      expect(answer.status()).toBe(200);
      return /<main[\s\S]*<\/main>/.exec(await answer.text())?.[0];
    }),
  );
  expect(new Set(texts).size).toBe(1);
  expect(texts[0]).toContain("This link does not work any more");
});
