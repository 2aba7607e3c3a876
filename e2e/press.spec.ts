import { draftOf } from "./drafts";
import { expect, test } from "./fixtures";
import { onStep } from "./journey";
import { startOnboarding } from "./wizard";

test("a press counts, although a line above the button goes while it lasts", async ({
  page,
  signIn,
}) => {
  await signIn("onboarder");
  await page.setViewportSize({ width: 1280, height: 1400 });
  await startOnboarding(page);
  await page.getByLabel("Website").fill("acme.example");
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await page.goto(`/onboardings/${draftOf(page.url())}/support`);
  const address = page.getByLabel("Support email address");
  const button = page.getByRole("button", { name: "Continue" });
  await address.fill("help@elsewhere.example");
  await expect(address).toHaveAccessibleDescription(/Warning/);

  // What is saved is answered while the button is held down.
  let press = () => {};
  const pressed = new Promise<void>((done) => {
    press = done;
  });
  await page.route("**/answers/support", async (route) => {
    const response = await route.fetch();
    await pressed;
    await route.fulfill({ response });
  });
  await address.fill("help@acme.example");
  const answered = page.waitForResponse(/\/answers\/support$/);
  await button.hover();
  await page.mouse.down();
  press();
  await answered;
  await page.evaluate(
    () =>
      new Promise<void>((shown) =>
        requestAnimationFrame(() => requestAnimationFrame(() => shown())),
      ),
  );
  await page.mouse.up();

  await page.waitForURL(onStep("products"));
});
