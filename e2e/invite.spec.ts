import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, mailbox, test } from "./fixtures";

const someone = (mailboxName = "ana") => `${mailboxName}-${randomUUID()}@acme.test`;

/** Opens the form from the draft's task list and fills in what has to be. */
async function openInvitation(page: Page, id: string, email: string): Promise<void> {
  await page.goto(`/onboardings/${id}`);
  await page.getByRole("button", { name: "Invite customer" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Invite customer" })).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Ana Ruiz");
  await page.getByLabel("Email address").fill(email);
}

async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Send invitation" }).click();
  await page.waitForURL(/\/onboardings\/cus_\w+$/);
}

/** The link as the panel shows it. */
function linkOn(page: Page): Promise<string> {
  return page
    .getByText(/http\S+\/apply\//)
    .textContent()
    .then((text) => /http\S+/.exec(text ?? "")?.[0] ?? "");
}

test("staff invite a customer; the mailed link is the one they can copy at any time", async ({
  page,
  context,
  signIn,
  makeCustomer,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { id } = await makeCustomer({ status: "DRAFT" });
  const email = someone();
  await signIn("onboarder");
  await openInvitation(page, id, email);
  await page.getByLabel("Products").selectOption({ label: "The customer" });
  await page.getByLabel("Message").fill("Dear Ana,\nthis takes ten minutes.");
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.getByRole("region", { name: "The mail" });
  await expect(preview).toContainText("this takes ten minutes.");
  await expect(preview).toContainText(email);
  await send(page);

  const invitation = page.getByRole("article", { name: `Invitation sent to ${email}` });
  await expect(invitation).toContainText("Not opened yet");
  await expect(page.getByText("The customer’s turn")).toBeVisible();
  const link = await linkOn(page);
  const mail = await mailbox.waitFor(email);
  expect(mail.text).toContain(link);
  expect(mail.text).toContain("this takes ten minutes.");
  // Without loading the page again.
  await expect(invitation).toContainText("mail sent");

  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);

  await page.getByRole("button", { name: "Resend" }).click();
  await expect(page.getByText(`Sent again to ${email}.`)).toBeVisible();
  await expect.poll(async () => (await mailbox.messages(email)).length).toBe(2);
  expect(await linkOn(page)).toBe(link);

  await page.getByRole("button", { name: "Revoke link" }).click();
  const question = page.getByRole("alertdialog", { name: "Revoke the link of Ana Ruiz?" });
  await expect(question).toContainText("The link stops working now");
  await question.getByRole("button", { name: "Revoke link" }).click();
  await expect(
    page.getByRole("button", { name: "Start" }).or(page.getByRole("link", { name: "Start" })),
  ).toBeVisible();
  await expect(page.getByText("The customer’s turn")).toBeHidden();
  await page.getByText("Revoked (1)").click();
  await expect(invitation).toContainText("Revoked");
  await expect(page.getByText(link)).toBeHidden();
});

test("nothing typed is lost when something is wrong", async ({ page, signIn, makeCustomer }) => {
  const { id } = await makeCustomer({ status: "DRAFT" });
  await signIn("onboarder");
  await openInvitation(page, id, "ana at acme");
  for (const section of [
    "Company",
    "Contacts",
    "Support information",
    "Logo and Link",
    "Redirect URIs",
  ]) {
    await page.getByLabel(section, { exact: true }).selectOption({ label: "Us" });
  }
  await page.getByLabel("Due date").fill("2020-01-01");
  await page.getByLabel("Link lifetime in days").fill("91");
  await page.getByRole("checkbox", { name: "Accepts the bank addendum" }).check();
  await page.getByRole("button", { name: "Send invitation" }).click();
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary.getByRole("link")).toHaveText([
    /email address/,
    "Choose at least one section for the customer",
    "Due date must be today or later",
    /from 1 to 90/,
  ]);
  await expect(summary).toBeFocused();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ana Ruiz");
  await expect(page.getByLabel("Email address")).toHaveValue("ana at acme");
  await expect(page.getByLabel("Due date")).toHaveValue("2020-01-01");
  await expect(page.getByRole("checkbox", { name: "Accepts the bank addendum" })).toBeChecked();
  await expect(page.getByLabel("Company", { exact: true })).toHaveValue("us");
});

test("a refused address says what the mail server said, and another one gets another link", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const { id } = await makeCustomer({ status: "DRAFT" });
  const [refused, right] = [someone("refused"), someone()];
  await signIn("onboarder");
  await openInvitation(page, id, refused);
  await send(page);
  const lost = page.getByRole("article", { name: `Invitation not delivered to ${refused}` });
  await expect(lost).toContainText("The mailbox does not exist");
  const first = await linkOn(page);

  await page.goto("/customers?status=INVITED");
  await expect(page.getByText(`The mail to ${refused} was refused`)).toBeVisible();

  await page.goto(`/onboardings/${id}`);
  await page.getByRole("link", { name: "Change address" }).click();
  await expect(page.getByLabel("Email address")).toHaveValue(refused);
  await page.getByLabel("Email address").fill(right);
  await page.getByRole("button", { name: "Send a new link" }).click();
  await expect(page.getByRole("article", { name: `Invitation sent to ${right}` })).toBeVisible();
  const second = await linkOn(page);
  expect(second).not.toBe(first);
  expect((await mailbox.waitFor(right)).text).toContain(second);
});

test("somebody who may not invite sees that it was done, not to whom", async ({
  page,
  context,
  signIn,
  makeCustomer,
}) => {
  const { id } = await makeCustomer({ status: "DRAFT" });
  const email = someone();
  await signIn("onboarder");
  await openInvitation(page, id, email);
  await send(page);
  const link = await linkOn(page);

  await context.clearCookies();
  await signIn("viewer");
  await page.goto(`/customers/${id}`);
  await expect(page.getByText(/Sent to a•••@acme\.test/).first()).toBeVisible();
  const shown = await page.content();
  for (const secret of [email, link, "Ana Ruiz"]) expect(shown).not.toContain(secret);
  expect((await page.goto(`/onboardings/${id}/invite`))?.status()).toBe(403);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("staff preview, invite, read the link and revoke it", async ({
    page,
    signIn,
    makeCustomer,
  }) => {
    const { id } = await makeCustomer({ status: "DRAFT" });
    const email = someone();
    await signIn("onboarder");
    await openInvitation(page, id, "nobody");
    await page.getByLabel("Message").fill("Two lines,\nboth kept.");
    await page.getByLabel("Support information").selectOption({ label: "Either of us" });
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByRole("region", { name: "The mail" })).toContainText("both kept.");
    await page.getByRole("button", { name: "Send invitation" }).click();
    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    await expect(page.getByLabel("Message")).toHaveValue("Two lines,\nboth kept.");
    await expect(page.getByLabel("Support information")).toHaveValue("either");
    await page.getByLabel("Email address").fill(email);
    await send(page);

    const link = await linkOn(page);
    expect((await mailbox.waitFor(email)).text).toContain(link);
    await expect(
      page.getByText("You or the customer · to do: Support email address"),
    ).toBeVisible();
    await page.getByRole("button", { name: "Resend" }).click();
    await expect(page.getByText(`Sent again to ${email}.`)).toBeVisible();
    await page.getByRole("button", { name: "Revoke link" }).click();
    await expect(
      page.getByRole("heading", { level: 1, name: "Revoke the link of Ana Ruiz?" }),
    ).toBeVisible();
    await page.getByRole("button", { name: "Revoke link" }).click();
    await page.waitForURL(/\/onboardings\/cus_\w+$/);
    await expect(page.getByText("The customer’s turn")).toBeHidden();
  });
});
