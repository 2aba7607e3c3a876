import postgres from "postgres";
import { expect, mailbox, stack, test } from "./fixtures";
import { problemsOf } from "./sweep/checks";

const reader = "viewer@demo.test";

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody chooses the digest, gets it, and stops it from the mail", async ({
    page,
    context,
    request,
    signIn,
    makeCustomer,
  }) => {
    await makeCustomer();
    await signIn("viewer");
    await page.goto("/notifications");
    const digest = page.getByLabel("Daily digest");
    await digest.check();
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
    await expect(digest).toBeChecked();

    await test.step("as if it were morning", async () => {
      const database = postgres(stack().databaseOwnerUrl, { max: 1 });
      await database`update users set due_at = now() where email = ${reader}`;
      await database.end();
    });
    const mail = await mailbox.waitFor(reader, ({ subject }) => /needs? you$/.test(subject));
    expect(mail.html).toContain("See everything that needs you");
    expect(mail.text).toMatch(/\/customers\/cus_/);

    await test.step("scanners that open its links change nothing", async () => {
      const links = mail.text.match(/https?:\/\/\S+/g) ?? [];
      const post = mail.headers["list-unsubscribe"]?.slice(1, -1) ?? "";
      for (const link of [...links, post]) {
        expect((await request.get(link)).status()).toBe(200);
        expect((await request.head(link)).status()).toBe(200);
      }
      await page.reload();
      await expect(digest).toBeChecked();
    });

    await test.step("its link leads to a button, for whoever is not signed in, too", async () => {
      const stop = mail.text.match(/\S+\/unsubscribe\/\S+/)?.[0] ?? "";
      await context.clearCookies();
      await page.goto(stop);
      await page.getByRole("button", { name: "Stop the digest" }).click();
      await expect(page.getByRole("status")).toContainText("You get no more digests");
      await expect(page.getByRole("button")).toHaveCount(0);
    });
    await signIn("viewer");
    await page.goto("/notifications");
    await expect(digest).not.toBeChecked();
    await expect(page.getByLabel("Mails when it is your turn")).toBeChecked();
  });
});

test("a mail program's own button stops a kind of mail, without cookies or origin", async ({
  page,
  request,
  signIn,
}) => {
  await signIn("onboarder");
  await page.goto("/notifications");
  await page.getByLabel("Daily digest").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  const database = postgres(stack().databaseOwnerUrl, { max: 1 });
  await database`update users set due_at = now() where email = 'onboarder@demo.test'`;
  await database.end();
  const { headers, text } = await mailbox.waitFor("onboarder@demo.test", ({ subject }) =>
    /needs? you$/.test(subject),
  );
  const post = headers["list-unsubscribe"]?.slice(1, -1) ?? "";
  expect(headers["list-unsubscribe-post"]).toBe("List-Unsubscribe=One-Click");

  const stop = text.match(/\S+\/unsubscribe\/\S+/)?.[0] ?? "";
  await page.goto(stop);
  expect(await problemsOf(page)).toEqual([]);

  const form = { "List-Unsubscribe": "One-Click" };
  const forged = await request.post(`${post.slice(0, -2)}AA`, { form, failOnStatusCode: false });
  expect(forged.status()).toBe(404);
  const answer = await request.post(post, { form, maxRedirects: 0 });
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toBe("");
  await page.goto(stop);
  await expect(page.getByText("You get no more digests")).toBeVisible();
  expect(await problemsOf(page)).toEqual([]);
  await page.goto("/notifications");
  await expect(page.getByLabel("Daily digest")).not.toBeChecked();
});
