import type { Page } from "@playwright/test";
import { inDatabase } from "./database";
import { expect, mailbox, test } from "./fixtures";
import { newPerson } from "./people";
import { problemsOf } from "./sweep/checks";

/** Somebody new, signed in on this page: what people wish is theirs alone. @returns the address. */
async function signInAsReader(page: Page): Promise<string> {
  const { email, link } = await newPerson("viewer");
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { level: 1, name: "Overview" }).waitFor();
  return email;
}

/** Lets the morning come for one reader. @returns the digest. */
async function digestOf(email: string) {
  await inDatabase((sql) => sql`update users set due_at = now() where email = ${email}`);
  return mailbox.waitFor(email, ({ subject }) => /needs? you$/.test(subject));
}

async function choose(page: Page, wish: string): Promise<void> {
  await page.goto("/notifications");
  await page.getByLabel(wish).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("status").filter({ hasText: "Saved" }).waitFor();
}

/** Where the mail says that its kind is stopped: for people, and for their mail program. */
function stopsOf({ text, headers }: Awaited<ReturnType<typeof digestOf>>) {
  const page = text.match(/\S+\/unsubscribe\/\S+/)?.[0] ?? "";
  return { page, post: headers["list-unsubscribe"]?.slice(1, -1) ?? "" };
}

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody chooses the digest, gets it, and stops it from the mail", async ({
    page,
    context,
    request,
    makeCustomer,
  }) => {
    await makeCustomer();
    const email = await signInAsReader(page);
    await choose(page, "Daily digest");
    const digest = page.getByLabel("Daily digest");
    await expect(digest).toBeChecked();
    const mail = await digestOf(email);
    expect(mail.html).toContain("See everything that needs you");
    expect(mail.text).toMatch(/\/customers\/cus_/);

    await test.step("scanners that open its links change nothing", async () => {
      const links = mail.text.match(/https?:\/\/\S+/g) ?? [];
      for (const link of [...links, stopsOf(mail).post]) {
        expect((await request.get(link)).status()).toBe(200);
        expect((await request.head(link)).status()).toBe(200);
      }
      await page.reload();
      await expect(digest).toBeChecked();
    });

    const session = await context.cookies();
    await test.step("its link leads to a button, for whoever is not signed in, too", async () => {
      await context.clearCookies();
      await page.goto(stopsOf(mail).page);
      await page.getByRole("button", { name: "Stop the digest" }).click();
      await expect(page.getByRole("main").getByRole("status")).toContainText(
        "You get no more digests",
      );
      await expect(page.getByRole("button")).toHaveCount(0);
    });
    await context.addCookies(session);
    await page.goto("/notifications");
    await expect(digest).not.toBeChecked();
    await expect(page.getByLabel("Mails when it is your turn")).toBeChecked();
  });
});

test("a mail program's own button stops a kind of mail, without cookies or origin", async ({
  page,
  request,
  makeCustomer,
}) => {
  await makeCustomer();
  const email = await signInAsReader(page);
  await choose(page, "Daily digest");
  const mail = await digestOf(email);
  const stops = stopsOf(mail);
  expect(mail.headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");
  await page.goto(stops.page);
  expect(await problemsOf(page)).toEqual([]);

  const form = { "List-Unsubscribe": "One-Click" };
  const forged = `${stops.post.slice(0, -2)}AA`;
  expect((await request.post(forged, { form })).status()).toBe(404);
  const answer = await request.post(stops.post, { form, maxRedirects: 0 });
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toBe("");
  await page.goto(stops.page);
  await expect(page.getByText("You get no more digests")).toBeVisible();
  expect(await problemsOf(page)).toEqual([]);
  await page.goto("/notifications");
  await expect(page.getByLabel("Daily digest")).not.toBeChecked();
});
