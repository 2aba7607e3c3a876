import { randomUUID } from "node:crypto";
import type { Route } from "@playwright/test";
import { expect, test } from "./fixtures";

test.beforeEach(({ signIn }) => signIn("onboarder"));

test("typing narrows the list, keeps the focus, and Back undoes it", async ({
  page,
  makeCustomer,
}) => {
  const { companyName } = await makeCustomer({ status: "READY" });
  await page.goto("/customers?turn=you");
  const search = page.getByRole("searchbox", { name: "Search" });
  await search.pressSequentially(companyName);
  await expect(page).toHaveURL(/turn=you/);
  await expect(page).toHaveURL((url) => url.searchParams.get("q") === companyName);
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("link", { name: companyName, exact: true })).toBeVisible();
  await expect(page.locator("mark").first()).toBeVisible();
  await expect(search).toBeFocused();
  await expect(search).toHaveValue(companyName);

  await page.getByText("Filters", { exact: true }).click();
  await page.getByLabel("Status", { exact: true }).selectOption("Denied by Plaid");
  await expect(
    page.getByText(/No customers match Search: .*, Status: Denied by Plaid/),
  ).toBeVisible();
  await page.getByRole("link", { name: "Remove Status: Denied by Plaid" }).click();
  await expect(page.getByRole("link", { name: companyName, exact: true })).toBeVisible();
  await expect(page.getByLabel("Status", { exact: true })).toHaveValue("");
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).toHaveURL(/\/customers$/);
  await expect(search).toHaveValue("");
  await page.goBack();
  await expect(search).toHaveValue(companyName);
});

test("an answer that comes while somebody types on is not drawn", async ({
  page,
  makeCustomer,
}) => {
  const { companyName } = await makeCustomer({ status: "READY" });
  const held: Route[] = [];
  await page.route(
    (url) => url.searchParams.get("q") === companyName,
    (route) => void held.push(route),
    { times: 1 },
  );
  await page.goto("/customers?turn=you");
  const asked = page.waitForRequest((request) =>
    request.url().includes(`q=${encodeURIComponent(companyName).replaceAll("%20", "+")}`),
  );
  const search = page.getByRole("searchbox", { name: "Search" });
  await search.pressSequentially(companyName);
  const answered = (await asked).response();
  await page.evaluate(() => {
    const drawn = new MutationObserver(() => {
      if (document.querySelector("main mark")) document.documentElement.dataset.drawn = "yes";
    });
    drawn.observe(document.body, { childList: true, subtree: true });
  });
  await search.press("z");
  for (const route of held) await route.continue();
  // Faster than the pause that ends typing, and for longer than the answer takes to be drawn.
  await search.pressSequentially("z".repeat(20), { delay: 50 });
  expect((await answered)?.status()).toBe(200);
  await expect(page.getByText(/No customers match/)).toBeVisible();
  await expect(page.locator("html")).not.toHaveAttribute("data-drawn");
});

test("the list comes as a file, narrowed as it is on the page", async ({ page, makeCustomer }) => {
  const { id, companyName } = await makeCustomer({ status: "READY" });
  await page.goto(`/customers?q=${encodeURIComponent(companyName)}`);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export 1 row (CSV)" }).click();
  const file = await (await download).createReadStream();
  let text = "";
  for await (const part of file) text += part;
  expect(text.split("\r\n")[1]).toContain(`${id},,${companyName}`);
  expect(text.trimEnd().split("\r\n")).toHaveLength(2);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the list is narrowed by a form", async ({ page, makeCustomer }) => {
    const { companyName } = await makeCustomer({ status: "READY" });
    await page.goto("/customers?turn=you");
    await page.getByRole("searchbox", { name: "Search" }).fill(companyName);
    await page.getByText("Filters", { exact: true }).click();
    await page.getByLabel("Status", { exact: true }).selectOption("READY");
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("link", { name: companyName, exact: true })).toBeVisible();
    await expect(page.getByRole("row")).toHaveCount(2);
    await expect(page.getByRole("link", { name: "Remove Turn: You" })).toBeVisible();

    await page.getByRole("searchbox", { name: "Search" }).fill(randomUUID());
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await expect(page.getByText(/Filters hide/)).toBeVisible();
  });
});
