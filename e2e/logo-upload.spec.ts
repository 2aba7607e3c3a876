import { keptAnswers } from "./drafts";
import { expect, test } from "./fixtures";
import { button, choose, chosen, holdUploads, openLogoStep, stored } from "./logo-step";
import { pictures } from "./pictures";
import { continueTo } from "./wizard";

test.beforeEach(({ signIn }) => signIn("onboarder"));

test("a cancelled upload leaves the image there, to be sent again or discarded", async ({
  page,
}) => {
  const id = await openLogoStep(page);
  const release = await holdUploads(page);
  await choose(page, await pictures.perfect());
  await button(page, "Cancel upload").click();
  await expect(page.getByText("Upload cancelled. The image is still here")).toBeVisible();
  release();

  await button(page, "Continue").click();
  const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
  await expect(summary).toContainText("The chosen image is not uploaded yet");
  expect((await keptAnswers(id, "logo"))?.logo ?? "").toBe("");

  await button(page, "Try again").click();
  await expect(stored(page)).toBeVisible();
  await continueTo(page, "redirect-uris");
  expect((await keptAnswers(id, "logo"))?.logo).toMatch(/^[0-9a-f]{64}$/);
});

test("an upload that does not get through loses nothing", async ({ page }) => {
  await openLogoStep(page);
  await page.route("**/api/onboardings/*/logo", (route) => route.abort());
  await choose(page, await pictures.perfect());
  await expect(page.getByText("Not uploaded. Try again")).toBeVisible();
  await page.unroute("**/api/onboardings/*/logo");
  await button(page, "Try again").click();
  await expect(stored(page)).toBeVisible();

  await page.context().clearCookies();
  await choose(page, await pictures.perfect("#5f3dc4"));
  await expect(chosen(page)).toContainText("you were signed out");
  await button(page, "Discard this image").click();
  await expect(chosen(page)).toBeHidden();
  await expect(page.getByLabel("Logo", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Logo", { exact: true })).toHaveValue("");
});

test("tools that cannot be loaded are told of, and asked for again", async ({ page }) => {
  const id = await openLogoStep(page);
  const chunks = "**/_next/static/chunks/**";
  await page.route(chunks, (route) => route.abort());
  await choose(page, await pictures.perfect());
  await button(page, "Continue").click();
  const field = page.getByLabel("Logo", { exact: true });
  await expect(field).toHaveAccessibleDescription(/The image was not opened/);
  expect((await keptAnswers(id, "logo"))?.logo ?? "").toBe("");
  await page.unroute(chunks);
  await choose(page, await pictures.perfect());
  await expect(stored(page)).toBeVisible();
});
