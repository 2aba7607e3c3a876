import { expect, test } from "./fixtures";
import { startOnboarding } from "./wizard";

test.beforeEach(({ signIn }) => signIn("onboarder"));

test("errors stand beside their field and in the summary; nothing typed is lost", async ({
  page,
}) => {
  await startOnboarding(page);
  await page.getByLabel("Company name").fill("Kept as typed");
  await page.getByLabel("Website").fill("nonsense with spaces");
  await page.getByRole("button", { name: "Continue", exact: true }).click();

  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: "Enter the legal entity name" }).click();
  await expect(page.getByLabel("Legal entity name")).toBeFocused();
  await expect(page.getByLabel("Company name")).toHaveValue("Kept as typed");
  await expect(page.getByLabel("Website")).toHaveValue("nonsense with spaces");

  await page.getByLabel("Legal entity name").fill("Kept Inc.");
  await expect(page.getByLabel("Legal entity name")).not.toHaveAttribute("aria-invalid", "true");
});

test("a wrong answer is kept by Save and exit", async ({ page }) => {
  await startOnboarding(page);
  const path = new URL(page.url()).pathname;
  await page.getByLabel("Website").fill("half an addr");
  await page.getByRole("button", { name: "Save and exit" }).click();
  await page.waitForURL(/\/onboardings\/[^/]+$/);
  await page.goto(path);
  await expect(page.getByLabel("Website")).toHaveValue("half an addr");
});

test("a session that ended while somebody typed loses nothing", async ({ page, context }) => {
  await startOnboarding(page);
  await page.getByLabel("Company name").fill("Typed while signed out");
  const cookies = await context.cookies();
  await context.clearCookies();
  await page.getByRole("button", { name: "Save and exit" }).click();
  await expect(page.getByText("You were signed out")).toBeVisible();
  await expect(page.getByLabel("Company name")).toHaveValue("Typed while signed out");

  await context.addCookies(cookies);
  await page.getByRole("button", { name: "Save and exit" }).click();
  await expect(page.getByRole("heading", { name: "Typed while signed out" })).toBeVisible();
});

test("a body that is too large gets a page that says so", async ({ page }) => {
  const answer = await page.request.post("/customers", {
    headers: { "content-type": "multipart/form-data; boundary=x" },
    data: Buffer.alloc(6_000_000),
    failOnStatusCode: false,
  });
  expect(answer.status()).toBe(413);
  expect(await answer.text()).toContain("Too large");
});

test("a picture of the wrong size is refused in words", async ({ page }) => {
  await startOnboarding(page);
  await page.goto(page.url().replace(/company.*/, "logo"));
  const pixel = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  );
  await page
    .getByLabel("Logo", { exact: true })
    .setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: pixel });
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByText(/1 × 1 pixels/).first()).toBeVisible();
});

for (const path of [
  "/customers/cus_nobody",
  "/customers/cus_nobody/banks",
  "/onboardings/cus_nobody",
  "/onboardings/cus_nobody/company",
  "/customers/%00",
  "/nowhere",
]) {
  test(`${path} is a page that was not found`, async ({ page }) => {
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/not found/i);
  });
}
