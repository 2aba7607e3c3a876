import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { test as base, expect, stack } from "./fixtures";
import { CHECKS, problemsOf } from "./sweep/checks";
import { type SweptCustomers, sweptPages, type Visitor } from "./sweep/pages";

/** One word that no line can break. */
const LONG =
  "Überlandzahlungsverkehrsgesellschaftsverwaltungsprogrammierschnittstellenbetreiberunternehmensgruppenholding";

const test = base.extend<object, { made: SweptCustomers }>({
  made: [
    async ({ makeCustomer }, use) => {
      const make = (status: string) =>
        makeCustomer({ status, name: `${randomBytes(6).toString("hex")}${LONG}` });
      await use({
        empty: await make("DRAFT"),
        ready: await make("READY"),
        pending: await make("PENDING_ENABLEMENT"),
        live: await make("ACTIVE"),
        denied: await make("DENIED"),
      });
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

for (const colorScheme of ["light", "dark"] as const) {
  // A finger on the small screen, a mouse on the wide one.
  for (const [width, hasTouch] of [
    [1280, false],
    [320, true],
  ] as const) {
    test(`every page in ${colorScheme} at ${width} px is accessible, whole and easy to hit`, async ({
      browser,
      sessionOf,
      made,
    }) => {
      test.setTimeout(180_000);
      const context = await browser.newContext({
        baseURL: stack().portalUrl,
        colorScheme,
        hasTouch,
        viewport: { width, height: 900 },
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      const become = async (visitor: Visitor) => {
        await context.clearCookies();
        if (visitor !== "nobody") await context.addCookies(await sessionOf(visitor));
      };

      const pages = sweptPages(made);
      const problems: string[] = [];
      for (const { path, as, prepare } of pages) {
        await become(as);
        await page.goto(path);
        await prepare?.(page);
        problems.push(...(await problemsOf(page)).map((problem) => `${path}: ${problem}`));
      }
      await context.close();
      process.stdout.write(
        `Sweep ${colorScheme}, ${width} px: ${pages.length} pages, ${pages.length * CHECKS} checks, ${problems.length} violations\n`,
      );
      expect(problems).toEqual([]);
    });
  }
}

test("the sweep sees what is too small, cut off, or hard to read", async ({ page }) => {
  await page.setContent(`
    <html lang="en"><title>Planted</title><main><h1>Planted</h1>
      <div style="width: 40px; overflow: hidden">Unbreakable${"e".repeat(40)}</div>
      <button style="width: 20px; height: 20px; padding: 0">×</button>
      <p style="color: #aaa">Faint</p>
    </main></html>`);
  const found = (await problemsOf(page)).map((problem) => problem.split(":")[0]);
  expect(found.toSorted()).toEqual(["clip", "color-contrast", "target"]);
});
