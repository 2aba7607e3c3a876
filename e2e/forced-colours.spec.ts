import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/* Where people choose every colour themselves, lines and words say what tints say elsewhere. */

test.use({ contextOptions: { forcedColors: "active" } });

test("signing in: fields, buttons and the focus are drawn", async ({ page }) => {
  await page.goto("/sign-in");
  await expectShapes(page);
  await expectRing(page.getByLabel("Email address"));
});

test("the list: badges, the selected tab and the current page are drawn", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  await makeCustomer({ status: "ACTIVE" });
  await signIn("admin");
  await page.goto("/customers?turn=plaid");
  await expectShapes(page);
  const main = page.getByRole("navigation", { name: "Main" });
  await expectMarked(main.getByRole("link", { name: "End customers" }), main.getByRole("link"));
  const tabs = page.getByRole("navigation", { name: "Whose turn" }).getByRole("link");
  await expectMarked(tabs.filter({ hasText: "Plaid" }), tabs);
});

test("a customer: tabs, badges and how far it is are drawn", async ({
  page,
  signIn,
  makeCustomer,
}) => {
  const { id } = await makeCustomer({ status: "ACTIVE" });
  await signIn("admin");
  for (const tab of ["Overview", "Banks"]) {
    await page.goto(`/customers/${id}${tab === "Banks" ? "/banks" : ""}`);
    await expectShapes(page);
    const tabs = page.getByRole("navigation", { name: "Customer" }).getByRole("link");
    await expectMarked(tabs.filter({ hasText: tab }), tabs);
  }
});

test("a step: fields, buttons and the focus are drawn", async ({ page, signIn, makeCustomer }) => {
  const { id } = await makeCustomer({ status: "DRAFT" });
  await signIn("admin");
  await page.goto(`/onboardings/${id}/company`);
  await expectShapes(page);
  await expectRing(page.getByLabel("Company name"));
  await expectRing(page.getByRole("button", { name: "Continue" }));
});

/** Badges, buttons and fields have an outline that is not of the ground's colour. */
async function expectShapes(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const shapes = page.locator(
    ".badge:visible, button:visible, select:visible, textarea:visible, input:visible:not([type=checkbox], [type=radio])",
  );
  expect(await shapes.count()).toBeGreaterThan(0);
  for (const shape of await shapes.all()) expect(await lines(shape)).toContain("seen");
}

async function expectRing(locator: Locator): Promise<void> {
  await locator.focus();
  const ring = await locator.evaluate((element) => {
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const ground = getComputedStyle(document.body).backgroundColor;
    return { outlineStyle, width: Number.parseFloat(outlineWidth), seen: outlineColor !== ground };
  });
  expect(ring).toEqual({ outlineStyle: "solid", width: 2, seen: true });
}

/** The one that is meant has a line; its likes have none, not one that hides what is under it. */
async function expectMarked(one: Locator, likes: Locator): Promise<void> {
  expect(await lines(one)).toContain("seen");
  const all = await Promise.all((await likes.all()).map(lines));
  expect(all.filter((drawn) => drawn.length > 0)).toHaveLength(1);
}

/** What is drawn on the sides of it: a line of the ground's colour is there, and not seen. */
function lines(locator: Locator): Promise<("seen" | "hidden")[]> {
  return locator.evaluate((element) => {
    const style = getComputedStyle(element);
    const ground = getComputedStyle(document.body).backgroundColor;
    return ["top", "right", "bottom", "left"]
      .filter((side) => Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0)
      .map((side) => style.getPropertyValue(`border-${side}-color`))
      .map((colour) => ([ground, "rgba(0, 0, 0, 0)"].includes(colour) ? "hidden" : "seen"));
  });
}
