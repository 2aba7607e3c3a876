import { expect, test } from "./fixtures";

test.beforeEach(({ page }) => page.goto("/dev/gallery"));

test("with forced colours every badge, button and field keeps an outline", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  const bare = await page.evaluate(() => {
    const shapes =
      "button, select, textarea, input:not([type=checkbox], [type=radio], [type=hidden])";
    return Array.from(document.querySelectorAll(`${shapes}, .rounded-badge.text-badge`))
      .filter((element) => {
        const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(element);
        return Number.parseFloat(borderTopWidth) < 1 || borderTopColor === backgroundColor;
      })
      .map(({ tagName, textContent }) => `${tagName} ${textContent}`);
  });
  expect(bare).toEqual([]);
});

test("only opacity and position move, briefly, and nothing does for who asked for that", async ({
  page,
}) => {
  const moving = () =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll("body *"), (element) => getComputedStyle(element))
        .filter(({ transitionDuration }) => /[1-9]/.test(transitionDuration))
        .map(({ transitionDuration, transitionProperty, animationName }) => ({
          seconds: Math.max(...transitionDuration.split(",").map(Number.parseFloat)),
          properties: transitionProperty,
          animationName,
        })),
    );
  await page.emulateMedia({ reducedMotion: "no-preference" });
  const found = await moving();
  expect(found.length).toBeGreaterThan(0);
  for (const { seconds, properties, animationName } of found) {
    expect(seconds).toBeLessThanOrEqual(0.15);
    expect(properties).toMatch(/^(opacity|transform|translate|scale|rotate|, )+$/);
    expect(animationName).toBe("none");
  }
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await moving()).toEqual([]);
});

test("paper has no navigation and no buttons, and is white", async ({ page }) => {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("heading", { level: 1, name: "Gallery" })).toBeVisible();
  await expect(page.locator("nav:visible, button:visible, summary:visible")).toHaveCount(0);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(paper).toBe("rgb(255, 255, 255)");
});
