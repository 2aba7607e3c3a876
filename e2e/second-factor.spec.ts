import type { Page } from "@playwright/test";
import { giveCode, makeRecoveryCodes, setUpAuthenticator } from "./authenticator";
import { expect, mailbox, signInLink, test } from "./fixtures";
import { addFactor, become, newPerson } from "./people";
import { admin } from "./programs";

async function followLink(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in**");
}

function notice(email: string, subject: RegExp) {
  return mailbox.waitFor(email, (mail) => subject.test(mail.subject));
}

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("an admin sets an authenticator app up, and is asked for it at the next sign-in", async ({
    page,
  }) => {
    const { email, link } = await newPerson("admin");
    await followLink(page, link);
    const setUp = page.getByRole("heading", { level: 1, name: "Set up a second factor" });
    await expect(setUp).toBeVisible();
    await page.goto("/customers");
    await expect(setUp).toBeVisible();
    expect((await page.request.get("/api/search?q=a")).status()).toBe(401);
    expect((await page.request.get("/api/live?since=1")).status()).toBe(401);

    const authenticator = await setUpAuthenticator(page);
    await expect(page).toHaveURL(/returnTo=%2Fcustomers$/);
    expect(await makeRecoveryCodes(page)).toHaveLength(10);
    await expect(page).toHaveURL(/\/customers$/);
    await notice(email, /second factor was added/);

    await signOut(page);
    await page.goto("/customers?turn=you");
    await followLink(page, `${await signInLink(email)}&returnTo=%2Fcustomers%3Fturn%3Dyou`);
    await expect(page.getByRole("heading", { level: 1, name: "One more step" })).toBeVisible();
    await page.goto("/banks");
    await expect(page.getByRole("heading", { level: 1, name: "One more step" })).toBeVisible();
    expect((await page.request.get("/api/search?q=a")).status()).toBe(401);
    expect((await page.request.get("/api/changes?since=1")).status()).toBe(401);

    await giveCode(page, "12");
    await expect(page.getByText("Enter the six digits").first()).toBeVisible();
    await giveCode(page, authenticator.code());
    await expect(page).toHaveURL(/\/banks$/);
    await expect(page.getByRole("button", { name: "Account" })).toBeVisible();
  });

  test("a recovery code lets in once, and its person is told", async ({ page }) => {
    const person = await newPerson("onboarder");
    await followLink(page, person.link);
    await page.goto("/account/security");
    await setUpAuthenticator(page);
    const [code = ""] = await makeRecoveryCodes(page);
    await expect(page.getByText("10 of 10 are left")).toBeVisible();
    for (const [times, shown] of [
      [1, "9 of 10 are left"],
      [2, "was used before"],
    ] as const) {
      await page.context().clearCookies();
      await followLink(page, await signInLink(person.email));
      await page.getByRole("link", { name: "Use a recovery code" }).click();
      await page.getByLabel("Recovery code").fill(code.toLowerCase());
      await page.getByRole("button", { name: "Continue" }).click();
      if (times === 1) await page.goto("/account/security");
      await expect(page.getByText(shown).first()).toBeVisible();
    }
    await notice(person.email, /recovery code was used/);
  });

  test("an admin keeps the last second factor; somebody else can remove theirs", async ({
    page,
    context,
  }) => {
    for (const [role, shown] of [
      ["admin", "This is your last second factor"],
      ["onboarder", "The second factor was removed"],
    ] as const) {
      const person = await newPerson(role);
      await addFactor(person, "Old phone");
      await become(context, person, { proven: true });
      await page.goto("/account");
      await page.getByRole("link", { name: "Second factors and sessions" }).click();
      await page.getByRole("link", { name: "Remove Old phone" }).click();
      await page.getByRole("button", { name: "Remove", exact: true }).click();
      await expect(page.getByText(shown)).toBeVisible();
    }
  });

  test("an admin resets somebody who lost everything, which signs them out", async ({
    page,
    browser,
    signIn,
    baseURL,
  }) => {
    const person = await newPerson("onboarder", "Lee Lost");
    await addFactor(person);
    const theirs = await browser.newContext({ baseURL: baseURL ?? "" });
    await become(theirs, person, { proven: true });
    const other = await theirs.newPage();
    await other.goto("/customers");
    await signIn("admin");
    await page.goto(`/admin/team/${person.userId}/reset-factors`);
    await page.getByRole("button", { name: "Reset second factors" }).click();
    await page.waitForURL(`**/admin/team/${person.userId}`);
    await other.goto("/customers");
    await expect(other).toHaveURL(/\/sign-in\?/);
    await notice(person.email, /were reset/);
    await followLink(other, await signInLink(person.email));
    await expect(other.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
    await theirs.close();
  });

  test("sessions are listed, and ended one by one or all but this", async ({
    page,
    context,
    browser,
    baseURL,
  }) => {
    const person = await newPerson("viewer");
    const others = await Promise.all(
      [1, 2, 3].map(() => browser.newContext({ baseURL: baseURL ?? "" })),
    );
    for (const other of others) await become(other, person, { proven: true });
    await become(context, person, { proven: true });
    await page.goto("/account/security");
    await expect(page.getByText("This session")).toHaveCount(1);
    await page
      .getByRole("button", { name: /^Sign out Unknown/ })
      .first()
      .click();
    await expect(page.getByText("Signed out there")).toBeVisible();
    await expect(page.getByRole("button", { name: /^Sign out Unknown/ })).toHaveCount(2);
    await page.getByRole("button", { name: "Sign out all others" }).click();
    await expect(page.getByRole("button", { name: /^Sign out Unknown/ })).toHaveCount(0);
    for (const other of others) {
      const answer = await other.request.get("/api/search?q=a");
      expect(answer.status()).toBe(401);
      await other.close();
    }
    await expect(page.getByText("This session")).toBeVisible();
  });
});

test("after five wrong codes one waits, with the right one too", async ({ page, context }) => {
  const person = await newPerson("viewer");
  await become(context, person, { proven: true });
  await page.goto("/account/security");
  const authenticator = await setUpAuthenticator(page);
  await become(context, person, { proven: false });
  await page.goto("/customers");
  for (let time = 0; time < 5; time++) {
    await giveCode(page, "000000");
    await expect(page.getByText("This code is not right").first()).toBeVisible();
    await expect(page.getByLabel("Six-digit code")).toHaveValue("");
  }
  await giveCode(page, authenticator.code());
  await expect(page.getByText("Wait 15 minutes").first()).toBeVisible();
});

test("a passkey is added, lets in, confirms, and is removed", async ({ page, context }) => {
  const person = await newPerson("admin");
  const devices = await context.newCDPSession(page);
  await devices.send("WebAuthn.enable");
  await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await followLink(page, person.link);
  await page.getByRole("link", { name: "Add a passkey" }).click();
  await page.getByLabel("Name").fill("Laptop of Ada");
  await page.getByRole("button", { name: "Create a passkey" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Recovery codes" })).toBeVisible();
  // The whole frame is there from now on.
  await expect(page.getByRole("button", { name: "Account" })).toBeVisible();
  await page.getByRole("link", { name: "Not now" }).click();
  await expect(page.getByText("Laptop of Ada").first()).toBeVisible();

  await context.clearCookies();
  await followLink(page, await signInLink(person.email));
  await expect(page.getByLabel("Six-digit code")).toHaveCount(0);
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();

  await page.goto("/sign-in/again?returnTo=%2Fbanks");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL(/\/banks$/);
});

test("the command line resets the last admin", async ({ page, context }) => {
  const person = await newPerson("admin");
  await addFactor(person);
  await become(context, person, { proven: true });
  await page.goto("/customers");
  await admin("reset-factors", "--email", person.email);
  await page.goto("/customers");
  await expect(page).toHaveURL(/\/sign-in\?/);
});
