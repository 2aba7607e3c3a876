import sharp from "sharp";
import { draftOf, keptAnswers } from "./drafts";
import { expect, test } from "./fixtures";
import { chooseLanguage, enter, makeInvitation } from "./invitations";
import { Keys, onStep } from "./journey";
import { button, choose, holdUploads, openLogoStep, stored, storedLogo } from "./logo-step";
import { bring, colourOf, drawing, type Picture, pictures } from "./pictures";
import { startOnboarding } from "./wizard";

test.beforeEach(({ signIn }) => signIn("onboarder"));

test("a JPEG becomes the logo by keyboard alone", async ({ page }) => {
  const id = await openLogoStep(page);
  const keys = new Keys(page);
  await keys.reach(page.getByLabel("Logo", { exact: true }));
  const dialog = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await dialog).setFiles(await pictures.photo());
  await expect(page.getByText("This file is a JPEG. Plaid needs a PNG")).toBeVisible();
  await expect(page.getByText("This image is 800 × 600 pixels")).toContainText("may look soft");

  await keys.press("Crop and resize");
  const square = page.getByRole("application");
  await expect(square).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByLabel("Top (px)")).toHaveValue("136");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect(page.getByLabel("Left (px)")).toHaveValue("-64");
  await page.keyboard.press("+");
  await expect(page.getByLabel("Zoom (%)")).toHaveValue("110");
  await keys.press("Fill the square");
  await expect(page.getByLabel("Zoom (%)")).toHaveValue("133");
  await keys.reach(page.getByLabel("Left (px)"));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("-100");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Left (px)")).toHaveValue("-100");
  await keys.reach(page.getByRole("radio", { name: "Own colour" }));
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: "Black" })).toBeChecked();
  await expect(page.getByText("enlarged 1.7 times and may look soft")).toBeVisible();

  await keys.press("Upload this logo");
  await expect(stored(page)).toBeVisible();
  await keys.continueTo("redirect-uris");
  const logo = await storedLogo(page, id);
  expect(await sharp(logo).metadata()).toMatchObject({ format: "png", width: 1024, height: 1024 });
  await page.goBack();
  await expect(stored(page)).toContainText("PNG, 1024 × 1024 pixels");
});

test("a perfect file is uploaded at once, and Continue waits for it", async ({ page }) => {
  const id = await openLogoStep(page);
  const release = await holdUploads(page);
  await choose(page, await pictures.perfect("#c2255c"));
  await button(page, "Continue").click();
  await expect(page.getByRole("progressbar", { name: "Uploading perfect.png" })).toBeVisible();
  release();
  await page.waitForURL(onStep("redirect-uris"));
  expect(await colourOf(await storedLogo(page, id))).toBe("#c2255c");
});

for (const how of ["drop", "paste"] as const) {
  test(`an image may come by ${how}, anywhere on the page`, async ({ page }) => {
    const id = await openLogoStep(page);
    await bring(page, how, await pictures.perfect("#5f3dc4"));
    await expect(stored(page)).toBeVisible();
    expect(await colourOf(await storedLogo(page, id))).toBe("#5f3dc4");
  });
}

test("a drawing pasted as text is drawn with its own colours", async ({ page }) => {
  const id = await openLogoStep(page);
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, clipboardData }));
  }, drawing);
  await expect(page.getByText("This file is an SVG. Plaid needs a PNG")).toBeVisible();
  await button(page, "Convert it").click();
  await button(page, "Upload this logo").click();
  await expect(stored(page)).toBeVisible();
  expect(await colourOf(await storedLogo(page, id))).toBe("#c2255c");
});

test("a logo is removed with one button", async ({ page }) => {
  const id = await openLogoStep(page);
  await choose(page, await pictures.perfect());
  await expect(stored(page)).toBeVisible();
  await button(page, "Remove logo").click();
  await expect(stored(page)).toBeHidden();
  await expect.poll(async () => (await keptAnswers(id, "logo"))?.logo).toBe("");
});

test("an invited customer makes its logo in French", async ({ page }) => {
  const invitation = await makeInvitation({ sections: "logo" });
  await enter(page, invitation);
  await chooseLanguage(page.context(), "fr");
  await page.goto(`${invitation.path}/logo`);
  await choose(page, await pictures.mislabelled());
  await expect(page.getByRole("region", { name: "Image choisie" })).toContainText(
    "L’extension de ce fichier est .png, mais il contient une image WebP. Plaid a besoin d’un PNG",
  );
  await button(page, "Le convertir").click();
  await button(page, "Envoyer ce logo").click();
  await expect(page.getByRole("region", { name: "Logo enregistré" })).toContainText(
    /PNG, 1024 × 1024 pixels, [\d\s]+\soctets/,
  );
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the server says the same in words, takes a logo and lets it go", async ({ page }) => {
    await startOnboarding(page);
    const id = draftOf(page.url());
    await page.goto(page.url().replace(/company.*/, "logo"));
    const send = async (picture: Picture) => {
      await choose(page, picture);
      await button(page, "Continue").click();
    };
    const summary = page.getByRole("alert").filter({ hasText: "There is a problem" });
    await send(await pictures.mislabelled());
    await expect(summary).toContainText("named .png but contains a WebP image");
    await expect(summary).toContainText("Use a 1024 × 1024 PNG");
    await send(await pictures.tiny());
    await expect(summary).toContainText("This image is 16 × 16 pixels");
    await send({ name: "large.png", mimeType: "image/png", buffer: Buffer.alloc(4_500_000) });
    await expect(summary).toContainText("This file is 4.5 MB. It must be smaller than 4 MB");
    await send({ name: "huge.png", mimeType: "image/png", buffer: Buffer.alloc(9_000_000) });
    await expect(summary).toContainText("This file is 9.1 MB. It must be smaller than 4 MB");

    await send(await pictures.perfect());
    await page.waitForURL(onStep("redirect-uris"));
    await page.goto(`/onboardings/${id}/logo`);
    await expect(stored(page)).toContainText("PNG, 1024 × 1024 pixels");
    await button(page, "Remove logo").click();
    await expect(stored(page)).toBeHidden();
    expect((await keptAnswers(id, "logo"))?.logo).toBe("");
  });
});
