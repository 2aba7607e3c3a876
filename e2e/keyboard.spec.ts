import type { Locator } from "@playwright/test";
import { say } from "@/scripts/stack/say";
import { openSession } from "@/scripts/testing/session";
import { inDatabase } from "./database";
import { expect, test } from "./fixtures";
import { makeInvitation } from "./invitations";
import { become, newPerson } from "./people";
import { stopsOf } from "./stops";

/** A window of 1280 × 1024 px, and the same at a zoom of 400 %. */
const windows = [
  { width: 1280, height: 1024 },
  { width: 320, height: 256 },
];

test("the Tab key reaches every control, each is seen when it has the focus, and none keeps it", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const { id } = await makeCustomer({ status: "ACTIVE" });
  const draft = await makeCustomer({ status: "READY" });
  const { path } = await makeInvitation();
  await signIn("admin");
  // What happens to other customers would bring a button into the list on the way.
  const list = `/customers?${new URLSearchParams({ q: draft.companyName })}`;
  const paths = [list, `/customers/${id}`, `/onboardings/${draft.id}/redirect-uris`, path];
  const problems: string[] = [];
  let stops = 0;
  for (const viewport of windows) {
    await page.setViewportSize(viewport);
    for (const at of paths) {
      await page.goto(at);
      const found = await stopsOf(page);
      stops += found.length;
      const about = `${at} at ${viewport.width} px`;
      problems.push(...found.flatMap((stop) => stop.problems.map((one) => `${about}: ${one}`)));
    }
  }
  say(`Keyboard: ${paths.length * 2} pages, ${stops} stops, ${problems.length} violations`);
  expect(problems).toEqual([]);
});

test("a question keeps the focus, starts at what does no harm, and gives the focus back", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const pending = await makeCustomer();
  const invited = await makeCustomer({ status: "INVITED" });
  const inReview = await makeCustomer({ status: "IN_REVIEW" });
  await signIn("admin");
  for (const [path, name] of [
    [`/customers/${pending.id}`, "Enable in Production"],
    [`/onboardings/${invited.id}`, "Revoke link"],
    [`/review/${inReview.id}`, "Reject"],
  ] as const) {
    const opener = page.getByRole("button", { name, exact: true });
    const question = page.getByRole("alertdialog");
    await openByKey(path, opener, question);
    await expect(question.getByRole("button").first()).toBeFocused();
    for (let tabs = 0; tabs < 10; tabs++) {
      await page.keyboard.press("Tab");
      await expect(page.locator("body > *:not(dialog) :focus:not(dialog *)")).toHaveCount(0);
    }
    await page.keyboard.press("Escape");
    await expect(question).toBeHidden();
    await expect(opener).toBeFocused();
  }
});

test("whoever takes a row away goes on at the next one or at the heading", async ({
  page,
  context,
}) => {
  const person = await newPerson("onboarder");
  await become(context, person, { proven: true });
  await inDatabase((sql) => openSession(sql, { userId: person.userId, proven: false }));
  await page.goto("/account/security");
  const signOut = page.getByRole("row").getByRole("button", { name: /^Sign out/ });
  await signOut.press("Enter");
  await expect(signOut).toHaveCount(0);
  await expect(page.locator("tr:focus, h1:focus")).toHaveCount(1);
});

test("an invited person reads on at the heading of each page", async ({ page }) => {
  const { path } = await makeInvitation();
  await page.goto(path);
  await page.getByRole("button", { name: "Start", exact: true }).press("Enter");
  await expect(page.getByLabel("Six-digit code")).toBeVisible();
  await expect(page.locator("h1:focus, input:focus")).toHaveCount(1);
});

test("each step of the wizard begins at its heading", async ({ page, signIn, makeCustomer }) => {
  const { id } = await makeCustomer({ status: "READY" });
  await signIn("onboarder");
  await page.goto(`/onboardings/${id}/company`);
  await page.getByRole("button", { name: "Continue", exact: true }).press("Enter");
  await expect(page).toHaveURL(/\/contacts$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

/** A page that is not yet listening takes no key, or leads to the question as a page of its own. */
async function openByKey(path: string, opener: Locator, question: Locator): Promise<void> {
  const page = opener.page();
  await expect(async () => {
    if (new URL(page.url()).pathname !== path) await page.goto(path);
    await opener.press("Enter");
    await expect(question).toBeVisible({ timeout: 2_000 });
  }).toPass();
}
