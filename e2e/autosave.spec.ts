import { type BrowserContext, chromium, type Page } from "@playwright/test";
import type { Role } from "@/lib/auth/model";
import { draftOf, keptAnswers } from "./drafts";
import { expect, stack, test } from "./fixtures";
import { startOnboarding } from "./wizard";

const TYPING_PAUSE_MS = 80;
/** What may be lost when the browser is killed: one second of typing. */
const LOSS_MAX = 1_000 / TYPING_PAUSE_MS;
const saveState = (page: Page) => page.locator("#save-state");
const sixty = "abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ 012345";

test("a browser that is killed loses at most a second of typing", async ({
  sessionOf,
}, testInfo) => {
  const executablePath = testInfo.project.use.launchOptions?.executablePath;
  const server = await chromium.launchServer({ ...(executablePath && { executablePath }) });
  const browser = await chromium.connect(server.wsEndpoint());
  const context = await browser.newContext({ baseURL: stack().portalUrl });
  await context.addCookies(await sessionOf("onboarder"));
  const page = await context.newPage();
  await startOnboarding(page);
  const id = draftOf(page.url());
  await page.getByLabel("Company name").pressSequentially(sixty, { delay: TYPING_PAUSE_MS });
  server.process().kill("SIGKILL");

  await expect.poll(() => keptAnswers(id, "company")).toBeDefined();
  const kept = String((await keptAnswers(id, "company"))?.companyName);
  expect(sixty.startsWith(kept)).toBe(true);
  expect(sixty.length - kept.length).toBeLessThanOrEqual(LOSS_MAX);
  process.stdout.write(`\nKilled browser: ${sixty.length - kept.length} of 60 characters lost\n`);
});

test.describe("one person", () => {
  test.beforeEach(({ signIn }) => signIn("onboarder"));

  test("nothing is lost by going elsewhere, by a link or by the address", async ({ page }) => {
    await startOnboarding(page);
    const id = draftOf(page.url());
    await page.getByLabel("Company name").fill("Left by a link");
    await page.getByRole("link", { name: "Back" }).click();
    await expect
      .poll(async () => (await keptAnswers(id, "company"))?.companyName)
      .toBe("Left by a link");
    await page.getByRole("link", { name: /^Company/ }).click();
    await expect(page.getByLabel("Company name")).toHaveValue("Left by a link");
    await page.getByLabel("Legal entity name").fill("Left by the address");
    await page.goto("/customers");
    await expect
      .poll(async () => (await keptAnswers(id, "company"))?.legalEntityName)
      .toBe("Left by the address");
    await page.goBack();
    await expect(page.getByLabel("Legal entity name")).toHaveValue("Left by the address");
  });

  test("what was saved stays when the page is left", async ({ page }) => {
    await startOnboarding(page);
    const id = draftOf(page.url());
    await page.getByLabel("Company name").fill("Saved long before");
    await expect(page.getByText(/^Saved \d/)).toBeVisible();
    await page.getByRole("link", { name: "Back" }).click();
    await page.waitForURL(/\/onboardings\/[^/]+$/);
    await page.getByRole("link", { name: /^Contacts/ }).click();
    await page.waitForURL(/\/contacts/);
    expect((await keptAnswers(id, "company"))?.companyName).toBe("Saved long before");
  });

  test("what is wrong is kept, too, and another device goes on from there", async ({
    page,
    browser,
    sessionOf,
  }) => {
    await startOnboarding(page);
    const url = page.url();
    await page.getByLabel("Website").fill("no web address");
    await expect(saveState(page)).toHaveText(/^Saved \d\d:\d\d$/);

    const phone = await browser.newContext({ baseURL: stack().portalUrl });
    await phone.addCookies(await sessionOf("onboarder"));
    const other = await phone.newPage();
    await other.goto(url);
    await expect(other.getByLabel("Website")).toHaveValue("no web address");
    await other.getByRole("link", { name: "Back" }).click();
    const company = other.getByRole("link", { name: "Company", exact: true });
    await expect(company).toHaveAccessibleDescription(/In progress/);
    await phone.close();
  });

  test("five minutes offline lose nothing", async ({ page, context }) => {
    await page.clock.install();
    await startOnboarding(page);
    const id = draftOf(page.url());
    await page.getByLabel("Company name").fill("Typed online");
    await page.clock.runFor(2_000);
    await expect(saveState(page)).toHaveText(/^Saved/);
    await context.setOffline(true);
    await page.getByLabel("Company name").fill("Typed offline");
    await page.clock.runFor(2_000);
    await expect(saveState(page)).toHaveText("Offline – kept on this device");
    await page.getByLabel("Website").fill("offline.example");
    await page.clock.runFor(5 * 60_000);
    await expect(saveState(page)).toHaveText("Offline – kept on this device");
    await context.setOffline(false);
    await page.clock.runFor(20_000);
    await expect(saveState(page)).toHaveText(/^Saved/);
    expect(await keptAnswers(id, "company")).toMatchObject({
      companyName: "Typed offline",
      website: "offline.example",
    });
  });

  test("what could not be saved is back after the page is opened again", async ({ page }) => {
    await startOnboarding(page);
    const id = draftOf(page.url());
    await page.route("**/api/onboardings/**", (route) => route.abort());
    await page.getByLabel("Company name").fill("Kept on the device");
    await expect(saveState(page)).toHaveText("Not saved – trying again");
    await page.unroute("**/api/onboardings/**");
    await page.goto("about:blank");
    await page.goBack();
    await expect(page.getByLabel("Company name")).toHaveValue("Kept on the device");
    await expect
      .poll(async () => (await keptAnswers(id, "company"))?.companyName)
      .toBe("Kept on the device");
  });

  test("Continue without a connection keeps the page and says so", async ({ page, context }) => {
    await startOnboarding(page);
    await page.getByLabel("Company name").fill("Still here");
    await context.setOffline(true);
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await expect(page.getByRole("alert").filter({ hasText: "You are offline" })).toBeFocused();
    await expect(page.getByLabel("Company name")).toHaveValue("Still here");
    await context.setOffline(false);
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await expect(page.getByRole("alert").filter({ hasText: "Enter the website" })).toBeFocused();
  });

  test("a session that ended is told, and saving goes on after the next sign-in", async ({
    page,
    context,
    sessionOf,
  }) => {
    await startOnboarding(page);
    const id = draftOf(page.url());
    await page.getByLabel("Company name").fill("Signed in");
    await expect(saveState(page)).toHaveText(/^Saved/);
    await context.clearCookies();
    await page.getByLabel("Company name").fill("Signed out");
    await expect(saveState(page)).toContainText("you are signed out");
    await context.addCookies(await sessionOf("onboarder"));
    await expect
      .poll(async () => (await keptAnswers(id, "company"))?.companyName)
      .toBe("Signed out");
    await expect(saveState(page)).toHaveText(/^Saved/);
  });
});

test.describe("two people in one step", () => {
  type Person = { page: Page; context: BrowserContext };
  let ana: Person;
  let bo: Person;
  let id: string;

  test.beforeEach(async ({ browser, sessionOf }) => {
    const open = async (role: Role) => {
      const context = await browser.newContext({ baseURL: stack().portalUrl });
      await context.addCookies(await sessionOf(role));
      return { context, page: await context.newPage() };
    };
    ana = await open("onboarder");
    bo = await open("admin");
    await startOnboarding(ana.page);
    id = draftOf(ana.page.url());
    await bo.page.goto(ana.page.url());
    await expect(bo.page.getByLabel("Company name")).toBeVisible();
  });
  test.afterEach(async () => {
    await ana.context.close();
    await bo.context.close();
  });

  test("different fields come together on both screens", async () => {
    await ana.page.getByLabel("City").fill("Boston");
    await expect(saveState(ana.page)).toHaveText(/^Saved/);
    await bo.page.getByLabel("Street").fill("12 Harbor Street");
    await expect(bo.page.getByLabel("City")).toHaveValue("Boston");
    await expect(bo.page.getByRole("main")).toContainText("Otto Onboarder changed city to Boston");
    await ana.page.getByLabel("Postal code").fill("02109");
    await expect(ana.page.getByLabel("Street")).toHaveValue("12 Harbor Street");
    expect(await keptAnswers(id, "company")).toMatchObject({
      address: { city: "Boston", street: "12 Harbor Street" },
    });
  });

  for (const [choice, shown] of [
    ["Keep yours", "bo.example"],
    ["Use theirs", "ana.example"],
  ] as const) {
    test(`the same field is a choice: ${choice}`, async () => {
      await ana.page.getByLabel("Website").fill("ana.example");
      await expect(saveState(ana.page)).toHaveText(/^Saved/);
      await bo.page.getByLabel("Website").fill("bo.example");
      const banner = bo.page.getByRole("alert").filter({ hasText: "changed the same answer" });
      await expect(banner).toContainText("Otto Onboarder changed website to ana.example at");
      expect(await keptAnswers(id, "company")).toMatchObject({ website: "ana.example" });
      await expect(bo.page.getByLabel("Website")).toHaveValue("bo.example");

      await bo.page.getByRole("button", { name: "Continue", exact: true }).click();
      await expect(
        bo.page.getByRole("link", { name: /Choose your answer or theirs/ }),
      ).toBeVisible();
      await bo.page.getByRole("button", { name: choice }).click();
      await expect(bo.page.getByLabel("Website")).toHaveValue(shown);
      await expect(banner).toBeHidden();
      await expect.poll(async () => (await keptAnswers(id, "company"))?.website).toBe(shown);
    });
  }
});
