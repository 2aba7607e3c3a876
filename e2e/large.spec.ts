import type { Page } from "@playwright/test";
import { appearances } from "./appearances";
import { expect, test } from "./fixtures";
import { type LargePortal, startLargePortal } from "./large";

const CUSTOMERS = 100_000;

test.describe(`${CUSTOMERS.toLocaleString("en")} customers`, () => {
  test.describe.configure({ mode: "serial" });
  let portal: LargePortal;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    portal = await startLargePortal(CUSTOMERS);
  });
  test.afterAll(() => portal?.stop());

  for (const [appearance, options] of Object.entries(appearances)) {
    test.describe(appearance, () => {
      test.use(options);

      test("the list is found through, narrowed and paged, and Back brings it back", async ({
        page,
      }) => {
        await page.goto(await portal.signInLink());
        await page.getByRole("button", { name: "Sign in" }).click();
        await page.getByRole("button", { name: "Account" }).waitFor();
        const list = `${portal.url}/customers`;
        await page.goto(list);
        await expect(page.getByRole("main")).toContainText("100,000 customers");
        await expect(rows(page)).toHaveCount(50);

        await page.getByRole("link", { name: "Next" }).click();
        await page.waitForURL(/after=/);
        const second = await page.getByRole("row").nth(1).getByRole("link").first().textContent();
        await page.getByRole("row").nth(1).getByRole("link").first().click();
        await expect(page.getByRole("heading", { level: 1, name: second ?? "" })).toBeVisible();
        await page.goBack();
        await page.waitForURL(/after=/);
        await expect(page.getByRole("row").nth(1)).toContainText(second ?? "");

        await page.getByLabel("Search").fill("quay lend 50130");
        await page.waitForURL(/q=quay/);
        await expect(page.getByRole("row").nth(1)).toContainText("Quay Lending 50130");

        await page.goto(`${list}?turn=you&sort=name&status=PENDING_ENABLEMENT`);
        await expect(page.getByRole("row").nth(1)).toContainText("Ready to enable");
        await page.goto(`${list}?bank=ins_14:ATTENTION_REQUIRED`);
        await expect(rows(page)).toHaveCount(50);
        await page.goto(`${list}?q=nobody-is-called-that`);
        await expect(page.getByRole("main")).toContainText("No customers match");

        await page.goto(`${portal.url}/review`);
        await expect(rows(page)).toHaveCount(20);
      });
    });
  }
});

function rows(page: Page) {
  return page.getByRole("rowgroup").last().getByRole("row");
}
