import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, mailbox, test } from "./fixtures";
import { addFactor, become, countAsJoined, newPerson } from "./people";

async function asAdmin(page: Page) {
  const admin = await newPerson("admin");
  await addFactor(admin);
  await countAsJoined(admin);
  await become(page.context(), admin, { proven: true });
  return admin;
}

/** The link of a mail to an address, of one with another link than this. */
async function mailedLink(email: string, other = ""): Promise<string> {
  const linkIn = (text: string) => text.match(/http\S+/)?.[0] ?? "";
  const { text } = await mailbox.waitFor(email, (mail) => linkIn(mail.text) !== other);
  return linkIn(text);
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("somebody is invited, joins by the mailed link, gets another role and is suspended", async ({
      page,
      browser,
    }) => {
      await asAdmin(page);
      const email = `ivy-${randomUUID()}@staff.test`;
      await page.goto("/admin/team");
      await page.getByRole("link", { name: "Invite somebody" }).click();
      await page.getByRole("button", { name: "Send invitation" }).click();
      await expect(page.getByText("Enter a name of up to 100 characters").first()).toBeVisible();
      await page.getByLabel("Name").fill("Ivy Invited");
      await page.getByLabel("Email address").fill("viewer@demo.test");
      await page.getByRole("button", { name: "Send invitation" }).click();
      await expect(page.getByText("has this address already").first()).toBeVisible();
      await expect(page.getByLabel("Name")).toHaveValue("Ivy Invited");
      await expect(page.getByLabel("Viewer")).toBeChecked();
      await page.getByLabel("Email address").fill(email);
      await page.getByRole("button", { name: "Send invitation" }).click();
      await expect(page.getByText(`A mail to ${email} is on its way.`)).toBeVisible();

      const first = await mailedLink(email);
      await page.getByRole("button", { name: "Resend invitation" }).click();
      const latest = await mailedLink(email, first);
      const guest = await browser.newContext({ javaScriptEnabled });
      const theirs = await guest.newPage();
      await theirs.goto(first);
      await theirs.getByRole("button", { name: "Sign in" }).click();
      await expect(theirs.getByText("This link no longer signs you in")).toBeVisible();
      for (let time = 0; time < 3; time++) await theirs.goto(latest);
      await theirs.getByRole("button", { name: "Sign in" }).click();
      await expect(theirs.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
      await theirs.goto("/admin/team/roles");
      await expect(theirs.getByText("You are a viewer.")).toBeVisible();

      await page.goto(`/admin/team?q=${encodeURIComponent(email)}`);
      await expect(page.getByRole("cell", { name: "Active", exact: true })).toBeVisible();
      await page.getByRole("link", { name: "Ivy Invited" }).click();
      await page.getByRole("link", { name: "Change role" }).click();
      await page.getByLabel("Onboarder").check();
      await page.getByRole("button", { name: "Change role" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Ivy Invited" })).toBeVisible();
      await expect(page.getByText("reveal Sandbox keys")).toBeVisible();
      await mailbox.waitFor(email, ({ subject }) => subject === "You are an onboarder now");
      await theirs.goto("/review");
      await expect(theirs.getByRole("heading", { level: 1, name: "Review" })).toBeVisible();

      await page.getByRole("link", { name: "Suspend" }).click();
      await page.getByRole("button", { name: "Suspend" }).click();
      await expect(page.getByRole("button", { name: "Let back in" })).toBeVisible();
      await theirs.goto("/review");
      await expect(theirs).toHaveURL(/\/sign-in\?ended/);
      await page.getByRole("button", { name: "Let back in" }).click();
      await expect(page.getByRole("link", { name: "Remove from the team" })).toBeVisible();
      await guest.close();
    });

    test("nobody acts on themselves, and a stale second factor is asked for again", async ({
      page,
    }) => {
      const admin = await asAdmin(page);
      await page.goto(`/admin/team/${admin.userId}`);
      await expect(page.getByText("Nobody changes their own role")).toBeVisible();
      await page.goto(`/admin/team/${admin.userId}/suspend`);
      await expect(page.getByText("Nobody changes their own role")).toBeVisible();
      await expect(page.getByRole("button", { name: "Suspend" })).toHaveCount(0);

      const other = await newPerson("viewer");
      await countAsJoined(other);
      await become(page.context(), admin, { proven: false });
      await page.goto(`/admin/team/${other.userId}/suspend`);
      await expect(page.getByRole("heading", { level: 1, name: "One more step" })).toBeVisible();
    });
  });
}

test("who may not see the team is told who may, and who gives roles", async ({ page, signIn }) => {
  await signIn("viewer");
  await page.goto("/admin/team");
  await expect(page.getByRole("heading", { name: "You cannot do this" })).toBeVisible();
  await page.getByRole("link", { name: /which role may do what/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("What each role may do");
  await expect(page.getByText(/Roles are given by admins: /)).toBeVisible();
});

test("an invitation that is revoked is gone from the list, and its link is worth nothing", async ({
  page,
  browser,
}) => {
  await asAdmin(page);
  const email = `rita-${randomUUID()}@staff.test`;
  await page.goto("/admin/team/invite");
  await page.getByLabel("Name").fill("Rita Revoked");
  await page.getByLabel("Email address").fill(email);
  await page.getByRole("button", { name: "Send invitation" }).click();
  const { text } = await mailbox.waitFor(email);
  await page.getByRole("button", { name: "Revoke invitation" }).click();
  await expect(page.getByText("The invitation was revoked")).toBeVisible();
  await page.goto(`/admin/team?q=${encodeURIComponent(email)}`);
  await expect(page.getByText("Nobody in the team matches.")).toBeVisible();
  const guest = await browser.newContext();
  const theirs = await guest.newPage();
  await theirs.goto(text.match(/http\S+/)?.[0] ?? "");
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await expect(theirs.getByText("This link no longer signs you in")).toBeVisible();
  await guest.close();
});
