import { expect, mailbox, signInLink, test } from "./fixtures";

test("opening a link changes nothing, however often; its button signs in once", async ({
  page,
  context,
  request,
}) => {
  const link = await signInLink("viewer@demo.test");
  for (let time = 0; time < 20; time++) {
    expect((await request.get(link)).status()).toBe(200);
    expect((await request.head(link)).status()).toBe(200);
  }
  const callback = link.replace("/sign-in/confirm", "/api/auth/callback/email");
  await request.get(callback);
  await request.head(callback);

  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();

  await context.clearCookies();
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText(/has been used or is older/)).toBeVisible();
});

test("somebody unknown reads the same and gets no mail", async ({ page }) => {
  const stranger = `stranger-${Date.now()}@elsewhere.test`;
  const answers: string[] = [];
  for (const email of [stranger, "viewer@demo.test"]) {
    await page.goto("/sign-in");
    await page.getByLabel("Email address").fill(email);
    await page.getByRole("button", { name: "E-mail me a sign-in link" }).click();
    const status = page.getByText(/sign-in link is on its way/);
    await expect(status).toBeVisible();
    answers.push(((await status.textContent()) ?? "").replace(/\S+@\S+/, "…"));
  }
  expect(answers[0]).toBe(answers[1]);
  await mailbox.waitFor("viewer@demo.test");
  expect(await mailbox.messages(stranger)).toEqual([]);
});

test("signing out ends the session also for a copied cookie", async ({ page, context }) => {
  await page.goto(await signInLink("onboarder@demo.test"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/");
  const copied = await context.cookies();
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in**");
  await context.addCookies(copied);
  await page.goto("/customers");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a wrong address is explained beside the field and kept", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Email address").fill("not an address");
  await page.getByRole("button", { name: "E-mail me a sign-in link" }).click();
  await expect(page.getByLabel("Email address")).toHaveValue("not an address");
  await expect(page.getByLabel("Email address")).toHaveAttribute("aria-invalid", "true");
});
