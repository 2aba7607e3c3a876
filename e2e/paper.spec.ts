import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { enter, makeInvitation } from "./invitations";

/* What people keep or file on paper. */

test("a receipt is what was handed in, on at most two sheets", async ({ page }) => {
  const made = await makeInvitation({ stage: "submitted", acceptsAddendum: true });
  await enter(page, made);
  await expectPaper(page, "Your answers were submitted");
  await expect(page.getByText("Reference", { exact: true })).toBeVisible();
  await expect(page.getByText("Boston")).toBeVisible();
});

for (const [step, heading] of [
  ["check", "Check and submit"],
  ["attestations", "Confirmations"],
] as const) {
  test(`${heading.toLowerCase()} take at most two sheets`, async ({
    page,
    signIn,
    makeCustomer,
  }) => {
    const { id } = await makeCustomer({ status: "READY" });
    await signIn("onboarder");
    await page.goto(`/onboardings/${id}/${step}`);
    await expectPaper(page, heading);
    await expect(page.getByText(/Confirmed by/).first()).toBeVisible();
  });
}

test("a review takes at most two sheets", async ({ page, signIn, makeCustomer }) => {
  const { id, companyName } = await makeCustomer({ status: "IN_REVIEW" });
  await signIn("admin");
  await page.goto(`/review/${id}`);
  await expectPaper(page, companyName);
  await expect(page.getByText("Boston")).toBeVisible();
});

/** Dark on white, nothing to press, and no more than two sheets of it. */
async function expectPaper(page: Page, heading: string): Promise<void> {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("heading", { level: 1, name: heading })).toBeVisible();
  await expect(page.locator("nav:visible, button:visible, summary:visible")).toHaveCount(0);
  const paper = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(paper).toBe("rgb(255, 255, 255)");
  const pdf = await page.pdf({ format: "A4" });
  expect(sheetsOf(pdf)).toBeGreaterThan(0);
  expect(sheetsOf(pdf)).toBeLessThanOrEqual(2);
}

function sheetsOf(pdf: Buffer): number {
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
