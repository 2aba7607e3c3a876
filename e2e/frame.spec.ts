import { expect, signInLink, test } from "./fixtures";

test("the first thing a keyboard reaches leads past the frame", async ({ page, signIn }) => {
  await signIn("viewer");
  await page.goto("/customers");
  await expect(page.locator("body")).toBeFocused();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to main content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("after a link reading goes on at the heading, at the top of the page", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const { id, companyName } = await makeCustomer();
  await signIn("viewer");
  await page.goto(`/customers/${id}`);
  await page.evaluate(() => Object.assign(window, { notReloaded: true }));
  const heading = page.getByRole("heading", { level: 1, name: companyName });
  await page.getByRole("link", { name: "Details" }).press("Enter");
  await expect(page).toHaveURL(/\/details$/);
  await expect(heading).toBeFocused();
  await page.getByRole("link", { name: "End customers" }).last().press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "End customers" })).toBeFocused();
  expect(await page.evaluate(() => [window.scrollY, "notReloaded" in window])).toEqual([0, true]);
});

test("a title says page, customer and portal", async ({ page, signIn, makeCustomer }) => {
  const { id, companyName } = await makeCustomer();
  await signIn("viewer");
  await page.goto(`/customers/${id}/banks`);
  await expect(page).toHaveTitle(new RegExp(`^Banks – ${companyName} – (Vestibule|.+ portal)$`));
});

test("the menus of a small screen open, lead on, and close by themselves", async ({
  page,
  signIn,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn("viewer");
  await page.goto("/");
  const menu = page.getByRole("button", { name: "Menu" });
  await menu.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
  await expect(menu).toBeFocused();
  await menu.press("Enter");
  await page.getByRole("link", { name: "End customers" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "End customers" })).toBeFocused();
  await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the account opens, closes and signs out", async ({ page }) => {
    await page.goto(await signInLink("onboarder@demo.test"));
    await page.getByRole("button", { name: "Sign in" }).click();
    const account = page.getByRole("button", { name: "Account" });
    const signOut = page.getByRole("button", { name: "Sign out" });
    await account.click();
    await expect(page.getByText("Onboarder", { exact: true })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(signOut).toBeHidden();
    await account.click();
    await signOut.click();
    await expect(page).toHaveURL(/\/sign-in/);
  });
});
