import { expect } from "@playwright/test";
import { say } from "@/scripts/stack/say";
import { CHECKS, problemsOf } from "./sweep/checks";
import { pageAt, test } from "./sweep/fixtures";
import { sharedTitles } from "./sweep/frame";
import { leftOut } from "./sweep/routes";

for (const width of [1280, 320]) {
  test(`at ${width} px every page is accessible in both themes, whole, and easy to hit`, async ({
    browser,
    tour,
  }) => {
    test.setTimeout(1_200_000);
    const page = await pageAt(browser, width);
    const problems: string[] = [];
    const titles: { url: string; title: string }[] = [];
    for (const swept of tour.pages) {
      await tour.visit(page, swept);
      problems.push(...(await problemsOf(page)).map((problem) => `${swept.path}: ${problem}`));
      titles.push({ url: page.url(), title: await page.title() });
    }
    problems.push(...sharedTitles(titles));
    await page.context().close();
    const checks = tour.pages.length * CHECKS;
    say(
      `Sweep at ${width} px: ${tour.pages.length} pages, ${checks} checks, ${problems.length} violations`,
    );
    expect(problems).toEqual([]);
  });
}

test("the sweep leaves out no page", ({ tour }) => {
  expect(leftOut(tour.pages.map(({ path }) => path))).toEqual([]);
});

test("the sweep sees what is too small, cut off, hard to read, or not there", async ({ page }) => {
  await page.setContent(`
    <html lang="en"><title>Planted</title><main><h1>Planted</h1>
      <div style="width: 40px; overflow: hidden">Unbreakable${"e".repeat(40)}</div>
      <button style="width: 20px; height: 20px; padding: 0">×</button>
      <p style="color: #aaa">Faint</p>
    </main></html>`);
  const found = (await problemsOf(page)).map((problem) => problem.split(":")[0]);
  expect(found.toSorted()).toEqual([
    ...["clip", "color-contrast", "frame", "frame", "in dark, color-contrast", "target", "title"],
    "with spaced text, clip",
  ]);
});
