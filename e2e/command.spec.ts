import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** A page that listens already: it has connected to the news. */
async function open(page: Page, path: string): Promise<void> {
  const connected = page.waitForResponse((answer) => answer.url().includes("/api/live"));
  await page.goto(path);
  await connected;
}

async function openMenu(page: Page, key = "Control+k") {
  await page.keyboard.press(key);
  const field = page.getByRole("combobox", { name: "Search customers, pages and actions" });
  await expect(field).toBeFocused();
  return field;
}

test("why a customer is stuck is one key, its name and Enter away", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const { id, companyName } = await makeCustomer({ status: "DENIED" });
  await signIn("onboarder");
  await open(page, "/");
  await openMenu(page);
  await page.keyboard.type(companyName);
  const option = page.getByRole("option", { name: companyName });
  await expect(option).toContainText("Denied by Plaid");
  await expect(option).toContainText(/account manager/);
  await expect(option).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/customers/${id}$`));
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the search opens by its button, moves by arrows, and gives the focus back", async ({
  page,
  signIn,
}) => {
  await signIn("viewer");
  await open(page, "/");
  const button = page.getByRole("button", { name: "Search", exact: true });
  await button.press("Enter");
  const options = page.getByRole("option");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("option", { name: "New end customer" })).toHaveCount(0);
  await page.keyboard.press("ArrowDown");
  await expect(options.nth(1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(options.last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(button).toBeFocused();

  await button.press("Enter");
  await page.getByRole("combobox").fill("nothing is called so");
  await expect(page.getByRole("status").filter({ hasText: "Nothing is called so" })).toBeVisible();
  await page.getByRole("combobox").fill("banks");
  await page.getByRole("option", { name: "Banks" }).click();
  await expect(page).toHaveURL(/\/banks$/);
});

test("who may start an onboarding does so from anywhere", async ({ page, signIn }) => {
  await signIn("onboarder");
  await open(page, "/");
  await openMenu(page, "Meta+k");
  await page.keyboard.type("new end");
  await page.getByRole("option", { name: "New end customer" }).waitFor();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/onboardings\/cus_\w+\/company$/);
});

test("when customers cannot be searched the rest goes on, and says so", async ({
  page,
  signIn,
}) => {
  await signIn("viewer");
  await open(page, "/");
  await page.route("**/api/search?*", (route) => route.abort());
  await openMenu(page);
  await page.keyboard.type("over");
  await expect(page.getByText("Customers could not be searched")).toBeVisible();
  await expect(page.getByRole("option", { name: "Overview" })).toBeVisible();
});

test("single keys lead through pages and rows, never while somebody types, and not when turned off", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  await makeCustomer();
  await makeCustomer();
  await signIn("viewer");
  await open(page, "/");
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await press("g", "c");
  await expect(page).toHaveURL(/\/customers$/);
  const links = page.getByRole("main").getByRole("row").getByRole("link");
  await press("j");
  await expect(links.nth(0)).toBeFocused();
  await press("j");
  await expect(links.nth(1)).toBeFocused();
  await press("k");
  await expect(links.nth(0)).toBeFocused();

  await press("/");
  const search = page.getByRole("main").getByLabel("Search");
  await expect(search).toBeFocused();
  await page.keyboard.type("gojk?x");
  await expect(search).toHaveValue("gojk?x");
  await expect(page).toHaveURL(/\/customers/);

  await open(page, "/customers");
  await press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toBeVisible();
  await press("Escape");

  await page.goto("/notifications");
  await page.getByRole("checkbox", { name: "Shortcuts of one key" }).uncheck();
  await page.getByRole("button", { name: "Save" }).last().click();
  await expect(page.getByText("Saved")).toBeVisible();
  await open(page, "/");
  await press("?");
  await openMenu(page);
  await expect(page.getByRole("dialog", { name: "Keyboard" })).toHaveCount(0);

  await page.goto("/notifications");
  await page.getByRole("checkbox", { name: "Shortcuts of one key" }).check();
  await page.getByRole("button", { name: "Save" }).last().click();
  await expect(page.getByText("Saved")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the search leads to the list, and the keys are on a page", async ({ page, signIn }) => {
    await signIn("viewer");
    await page.goto("/");
    await page.getByRole("button", { name: "Search", exact: true }).click();
    await expect(page).toHaveURL(/\/customers\??$/);
    await page.getByRole("link", { name: "Keyboard help" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Keyboard" })).toBeVisible();
    await expect(page.getByText("Next row")).toBeVisible();
  });
});

test("the page behind it stays where it is", async ({ page, signIn, makeCustomer }) => {
  const { id } = await makeCustomer();
  await signIn("viewer");
  await open(page, `/customers/${id}`);
  await openMenu(page);
  for (const [x, y] of [
    [20, 400],
    [640, 200],
  ] as const) {
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 300);
  }
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.mouse.move(20, 400);
  await page.mouse.wheel(0, 10);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBe(10);
});
