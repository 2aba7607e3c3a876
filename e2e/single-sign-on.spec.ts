import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { type Identity, setProviderDown } from "@/scripts/testing/identity-provider";
import { inDatabase } from "./database";
import { expect, stack, test } from "./fixtures";
import { addFactor, newPerson } from "./people";

// While the provider is down it is down for everybody.
test.describe.configure({ mode: "serial" });

async function start(page: Page, path = "/sign-in"): Promise<void> {
  await page.goto(path);
  await page.getByRole("button", { name: "Sign in with single sign-on" }).click();
}

async function logIn(page: Page, { sub, email, verified }: Identity): Promise<void> {
  await page.getByLabel("Account").fill(sub);
  await page.getByLabel("Address").fill(email);
  await page.getByLabel("Verified").setChecked(verified);
  await page.getByRole("button", { name: "Log in" }).click();
}

/** Where the provider leads back to, without going there: a route would not see it, being a redirect. */
async function wayBack(page: Page, { sub, email, verified }: Identity): Promise<string> {
  await page.getByRole("button", { name: "Log in" }).waitFor();
  const form = { sub, email, verified: verified ? "on" : "" };
  let answer = await page.request.post(page.url(), { form, maxRedirects: 0 });
  for (;;) {
    const next = new URL(answer.headers().location ?? "", answer.url());
    if (next.pathname === "/api/auth/callback/oidc") return next.href;
    expect(answer.status()).toBe(303);
    answer = await page.request.get(next.href, { maxRedirects: 0 });
  }
}

async function someone() {
  const person = await newPerson("viewer");
  return { ...person, identity: { sub: randomUUID(), email: person.email, verified: true } };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("somebody of the team signs in and comes to where they wanted", async ({
      page,
      context,
    }) => {
      const { identity } = await someone();
      await start(page, "/sign-in?returnTo=%2Fcustomers");
      await logIn(page, identity);
      await expect(page).toHaveURL(/\/customers$/);
      await expect(page.getByRole("button", { name: "Account" })).toBeVisible();
      const session = (await context.cookies()).find(({ name }) => name === "vestibule.session");
      expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });
    });
  });
}

test("who has a second factor is asked for it afterwards", async ({ page }) => {
  const { identity, ...person } = await someone();
  await addFactor(person);
  await start(page);
  await logIn(page, identity);
  await expect(page.getByRole("heading", { level: 1, name: "One more step" })).toBeVisible();
});

test("somebody unknown, unverified, or with another account reads the same", async ({
  page,
  context,
}) => {
  const { identity } = await someone();
  await start(page);
  await logIn(page, identity);
  await expect(page.getByRole("button", { name: "Account" })).toBeVisible();

  const strangers: Identity[] = [
    { sub: randomUUID(), email: `${randomUUID()}@elsewhere.test`, verified: true },
    { ...(await someone()).identity, verified: false },
    { ...identity, sub: randomUUID() },
  ];
  const answers: string[] = [];
  for (const stranger of strangers) {
    await context.clearCookies();
    await start(page);
    await logIn(page, stranger);
    await expect(page.getByText("This account does not sign you in here")).toBeVisible();
    answers.push((await page.getByRole("main").textContent()) ?? "");
    expect((await context.cookies()).some(({ name }) => name === "vestibule.session")).toBe(false);
  }
  expect(new Set(answers).size).toBe(1);
});

test("what comes back to another browser, or changed, signs nobody in", async ({
  page,
  browser,
}) => {
  const { identity } = await someone();
  await start(page);
  const back = await wayBack(page, identity);

  const other = await browser.newContext({ baseURL: stack().portalUrl });
  const stranger = await other.newPage();
  await stranger.goto(back);
  await expect(stranger.getByText("Single sign-on was not finished")).toBeVisible();
  await other.close();

  const forged = new URL(back);
  forged.searchParams.set("state", "forged");
  await page.goto(forged.href);
  await expect(page.getByText("Single sign-on was not finished")).toBeVisible();
  await page.goto(back);
  await expect(page.getByRole("button", { name: "Account" })).toBeVisible();
});

test("signing in as somebody else ends the session this browser had", async ({ page }) => {
  const [one, other] = [await someone(), await someone()];
  for (const { identity } of [one, other]) {
    await page.context().clearCookies({ domain: new URL(stack().issuer).hostname, name: /^_/ });
    await start(page, "/sign-in?error=sso_unfinished");
    await logIn(page, identity);
    await expect(page.getByRole("button", { name: "Account" })).toBeVisible();
  }
  const [open] = await inDatabase(
    (sql) => sql`select count(*)::int as n from sessions where user_id = ${one.userId}`,
  );
  expect(open?.n).toBe(0);
});

test("other pages of next-auth are not there, and another site cannot begin", async ({
  request,
}) => {
  for (const path of [
    "signin",
    "signin/email",
    "signout",
    "csrf",
    "providers",
    "session",
    "error",
  ]) {
    expect((await request.get(`/api/auth/${path}`)).status(), path).toBe(404);
    expect((await request.post(`/api/auth/${path}`)).status(), path).toBe(404);
  }
  expect((await request.get("/api/auth/signin/oidc")).status()).toBe(404);
  const headers = { origin: "https://evil.example" };
  expect((await request.post("/api/auth/signin/oidc", { headers })).status()).toBe(403);
});

test("while the provider does not answer, a mailed link is offered", async ({ page }) => {
  await setProviderDown(stack().issuer, true);
  try {
    await start(page);
    await expect(page.getByText("Single sign-on does not answer")).toBeVisible();
    await expect(page.getByRole("button", { name: "E-mail me a sign-in link" })).toBeVisible();
  } finally {
    await setProviderDown(stack().issuer, false);
  }
});
