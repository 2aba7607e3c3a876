import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { inDatabase } from "./database";
import { expect, mailbox, test } from "./fixtures";
import { askForChanges, codeFor, enter, makeInvitation, phone } from "./invitations";
import { Hand, logoFile } from "./journey";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`on a phone, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ ...phone, javaScriptEnabled });

    test("an invited customer starts, gives the code, fills in, submits and gets a receipt", async ({
      page,
    }) => {
      const invitation = await makeInvitation({ acceptsAddendum: true });
      const { path, email } = invitation;
      const name = `Harbor ${randomUUID().slice(0, 8)}`;
      const hand = new Hand(page);

      await test.step("the link says what it is about, and asks for a code", async () => {
        const answer = await page.goto(path);
        expect(answer?.headers()["referrer-policy"]).toBe("no-referrer");
        expect(answer?.headers()["x-robots-tag"]).toContain("noindex");
        await expect(page.getByRole("main")).toContainText("Support information");
        await hand.press("Start");
        await expect(page.getByText(/We sent a code to a•••@customer\.test/)).toBeVisible();
        await hand.enter("Six-digit code", "12 34");
        await hand.press("Continue");
        await expect(page.getByRole("alert").first()).toContainText("Enter the six digits");
        const code = await codeFor(email);
        await hand.enter("Six-digit code", code === "000000" ? "000001" : "000000");
        await hand.press("Continue");
        await expect(page.getByRole("main")).toContainText("4 tries are left");
        await hand.enter("Six-digit code", code);
        await hand.press("Continue");
        await expect(page.getByRole("heading", { name: "Your sections" })).toBeVisible();
      });

      await test.step("a bad answer is explained and everything typed is kept", async () => {
        await page.getByRole("link", { name: "Company" }).click();
        await hand.enter("Company name", name);
        await hand.enter("Website", "javascript:alert(1)");
        await hand.press("Continue");
        await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
        await expect(page.getByLabel("Company name")).toHaveValue(name);
      });

      await test.step("every section", async () => {
        await hand.enter("Legal entity name", `${name} Inc.`);
        await hand.enter("Website", "harbor.example");
        await hand.enter("Application name", name);
        await hand.enter("Street", "12 Harbor Street");
        await hand.enter("City", "Boston");
        await hand.enter("State or region", "MA");
        await hand.enter("Postal code", "02109");
        await hand.press("Continue", /\/contacts$/);
        await expect(page.getByLabel(/^Use .*contact$/).first()).toBeVisible();
        await hand.press("Continue", /\/support$/);
        await hand.enter("Support email address", "help@harbor.example");
        await hand.press("Continue", /\/logo$/);
        await hand.choose("Logo", await logoFile());
        if (javaScriptEnabled) {
          await expect(page.getByRole("heading", { name: "Stored logo" })).toBeVisible();
        }
        await hand.press("Continue", /\/redirect-uris$/);
        await hand.enter("Redirect URI 1", "https://harbor.example/oauth");
        await hand.press("Continue", /\/check$/);
      });

      await test.step("the last look, the addendum, and the receipt", async () => {
        await expect(page.getByRole("main")).toContainText("https://harbor.example/oauth");
        await expectPicture(page, "As Plaid will get it");
        await hand.press("Submit for review");
        await expect(page.getByRole("alert").first()).toContainText("tick it");
        await hand.tick(/^Bank addendum/);
        await hand.press("Submit for review", new RegExp(`${path}$`));
        await expect(
          page.getByRole("heading", { name: "Your answers were submitted" }),
        ).toBeVisible();
        await expect(page.getByRole("main")).toContainText(`${name} Inc.`);
      });

      const reference = await inDatabase(async (database) => {
        const [kept] = await database`
          select reference, addendum_text from submissions where invitation_id = ${invitation.invitationId}`;
        expect(kept?.addendum_text).toContain(`${name} Inc.`);
        return String(kept?.reference);
      });
      await expect(page.getByRole("main")).toContainText(reference);
      await mailbox.waitFor(email, ({ text }) => text.includes(reference));

      await page.goto(`${path}/company`);
      await expect(page.getByRole("main")).toContainText("cannot be changed here now");
      await expect(page.getByLabel("Company name")).toHaveCount(0);
      await page.goto(`${path}/check`);
      await expect(page).toHaveURL(new RegExp(`${path}$`));
    });

    test("a link that ended is mailed anew, and one that is worth nothing says only that", async ({
      page,
    }) => {
      const { path, email, invitationId } = await makeInvitation();
      await inDatabase(
        (database) =>
          database`update invitations set expires_at = now() - interval '1 day' where id = ${invitationId}`,
      );
      await page.goto(path);
      await expect(page.getByRole("heading", { name: /^This link ended on/ })).toBeVisible();
      await expect(page.getByRole("main")).not.toContainText("customer.test");
      await page.getByRole("button", { name: "E-mail me a new link" }).click();
      await expect(page.getByText("We sent a new link")).toBeVisible();
      await expect(page.getByRole("main")).not.toContainText("customer.test");
      await mailbox.waitFor(email, ({ text }) => text.includes(path));

      await inDatabase(
        (database) =>
          database`update invitations set revoked_at = now() where id = ${invitationId}`,
      );
      const pages: string[] = [];
      for (const address of [path, `/apply/${randomUUID()}`, `${path}x`]) {
        const answer = await page.goto(address);
        expect(answer?.status()).toBe(200);
        pages.push((await page.getByRole("main").textContent()) ?? "");
      }
      expect(pages[0]).toContain("Contact the company that invited you");
      expect(new Set(pages).size).toBe(1);
    });
  });
}

test("what was begun on one device goes on on another", async ({ page, browser, baseURL }) => {
  const invitation = await makeInvitation();
  await enter(page, invitation);
  await page.getByRole("link", { name: "Support information" }).click();
  await page.getByLabel("Support email address").fill("help@two-devices.example");
  await expect(page.locator("#save-state")).toHaveText(/^Saved/);
  const code = await codeFor(invitation.email);

  const other = await browser.newContext({ ...phone, ...(baseURL && { baseURL }) });
  const second = await other.newPage();
  await second.goto(`${invitation.path}/support`);
  await expect(second).toHaveURL(new RegExp(`${invitation.path}$`));
  await second.getByRole("button", { name: "Start", exact: true }).click();
  // The code of one device is none of the other's.
  await second.getByLabel("Six-digit code").fill(code);
  await second.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(second.getByRole("main")).toContainText("tries are left");
  await second.getByLabel("Six-digit code").fill(await codeFor(invitation.email, code));
  await second.getByRole("button", { name: "Continue", exact: true }).click();
  await second.getByRole("link", { name: "Support information" }).click();
  await expect(second.getByLabel("Support email address")).toHaveValue("help@two-devices.example");
  await other.close();
});

test("a hundred looks of a mail scanner leave the link as it was", async ({ request, page }) => {
  const invitation = await makeInvitation();
  const { path, invitationId } = invitation;
  const traces = () =>
    inDatabase(
      (database) => database`
        select i.*, c.status, c.updated_at,
          (select count(*) from applicant_devices d where d.invitation_id = i.id) as devices,
          (select count(*) from audit_entries where subject = c.id) as entries
        from invitations i join customers c on c.id = i.customer_id where i.id = ${invitationId}`,
    );
  const before = await traces();
  for (let look = 0; look < 50; look++) {
    expect((await request.get(path)).status()).toBe(200);
    expect((await request.head(path)).status()).toBe(200);
  }
  expect(await traces()).toEqual(before);
  await enter(page, invitation);
});

test("a session that ended takes nothing that was typed along", async ({ page, context }) => {
  const invitation = await makeInvitation();
  await enter(page, invitation);
  await page.getByRole("link", { name: "Company" }).click();
  await page.getByLabel("Company name").waitFor();
  await inDatabase(
    (database) => database`
      update applicant_devices set last_seen_at = now() - interval '31 minutes'
      where invitation_id = ${invitation.invitationId}`,
  );
  await page.getByLabel("Company name").fill("Typed meanwhile");
  await expect(page.locator("#save-state")).toContainText("signed out");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByRole("alert").first()).toContainText("Your session ended");
  const again = await context.newPage();
  await again.goto(invitation.path);
  await again.getByRole("button", { name: "Start", exact: true }).click();
  await expect(again.getByRole("heading", { name: "Your sections" })).toBeVisible();
  await page.bringToFront();
  await expect(page.locator("#save-state")).toHaveText(/^Saved/);
  await again.reload();
  await expect(again.getByRole("heading", { level: 1 })).toHaveText("Typed meanwhile");
});

test("a section is forwarded to a colleague, who fills it in and is done", async ({
  page,
  browser,
  baseURL,
}) => {
  const invitation = await makeInvitation();
  const colleague = `kofi-${randomUUID()}@customer.test`;
  await enter(page, invitation);
  await page.getByRole("link", { name: "Forward a section" }).click();
  await page.getByRole("button", { name: "Forward", exact: true }).click();
  await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
  await page.getByLabel("Colleague’s name").fill("Kofi Mensah");
  await page.getByLabel("Colleague’s email address").fill(colleague);
  await page.getByRole("checkbox", { name: "Support information" }).check();
  await page.getByRole("button", { name: "Forward", exact: true }).click();
  await expect(page.getByRole("main")).toContainText(`Kofi Mensah (${colleague})`);

  const mail = await mailbox.waitFor(colleague);
  const path = /\/apply\/[\w-]+/.exec(mail.text)?.[0] ?? "";
  const other = await browser.newContext({ ...phone, ...(baseURL && { baseURL }) });
  const second = await other.newPage();
  await enter(second, { ...invitation, path, email: colleague });
  await second.goto(`${path}/company`);
  await expect(second).toHaveURL(new RegExp(`${path}$`));
  await second.getByRole("link", { name: "Support information" }).click();
  await second.getByLabel("Support email address").fill("help@harbor.example");
  await second.getByRole("button", { name: "Continue", exact: true }).click();
  await second.getByRole("button", { name: "I am done" }).click();
  await expect(second.getByText("You said that you are done")).toBeVisible();

  await page.reload();
  await expect(page.getByRole("main")).toContainText("Done");
  await page.getByRole("button", { name: /^Withdraw/ }).click();
  await expect(page.getByRole("main")).not.toContainText("Kofi Mensah");
  await second.goto(path);
  await expect(second.getByRole("heading", { level: 1 })).toHaveText(
    "This link does not work any more",
  );
  await other.close();
});

test("asked for changes, a customer can change just the fields that are asked for", async ({
  page,
}) => {
  const invitation = await makeInvitation({ stage: "submitted" });
  await askForChanges(invitation, "This page does not open");
  await page.goto(invitation.path);
  await page.getByRole("button", { name: "Start", exact: true }).click();
  await page.getByLabel("Six-digit code").fill(await codeFor(invitation.email));
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByRole("main")).toContainText("This page does not open");
  await page.getByRole("link", { name: "Website" }).click();
  await expect(page.getByLabel("Legal entity name")).toHaveAttribute("readonly", "");
  await expect(page.getByLabel("Country")).toBeDisabled();
  await page.getByLabel("Website").fill("https://new.example");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.waitForURL(/\/contacts$/);
  await expect(page.getByRole("main")).toContainText("No change was asked for here");
  await page.goto(`${invitation.path}/check`);
  await expect(page.getByRole("main")).toContainText("https://new.example");
  await page.getByRole("button", { name: "Submit for review" }).click();
  await expect(page.getByRole("heading", { name: "Your answers were submitted" })).toBeVisible();
});

async function expectPicture(page: Page, name: string): Promise<void> {
  const picture = page.getByRole("img", { name });
  await expect(picture).toBeVisible();
  const width = () => picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
  await expect.poll(width).toBeGreaterThan(0);
}
