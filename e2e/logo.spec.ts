import type { Page } from "@playwright/test";
import sharp from "sharp";
import { draftOf, keptAnswers } from "./drafts";
import { expect, test } from "./fixtures";
import { Keys, onStep } from "./journey";
import { bring, colourOf, drawing, type Picture, pictures } from "./pictures";
import { problemsOf } from "./sweep/checks";
import { continueTo, startOnboarding } from "./wizard";

test.beforeEach(({ signIn }) => signIn("onboarder"));

async function openLogoStep(page: Page): Promise<string> {
  await startOnboarding(page);
  await page.goto(page.url().replace(/company.*/, "logo"));
  await expect(page.getByLabel("Logo", { exact: true })).not.toHaveAttribute("name");
  return draftOf(page.url());
}

const choose = (page: Page, picture: Picture) =>
  page.getByLabel("Logo", { exact: true }).setInputFiles(picture);
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const stored = (page: Page) => page.getByRole("region", { name: "Stored logo" });
const chosen = (page: Page) => page.getByRole("region", { name: "Chosen image" });

/** Holds uploads back until it is called. */
async function holdUploads(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/onboardings/*/logo", async (route) => {
    await held;
    // A request that was cancelled meanwhile can no longer be sent.
    await route.continue().catch(() => {});
  });
  return release;
}

/** The stored logo of a draft, as anybody who may see it gets it. */
async function storedLogo(page: Page, id: string): Promise<Buffer> {
  await expect.poll(async () => (await keptAnswers(id, "logo"))?.logo).toMatch(/^[0-9a-f]{64}$/);
  const answers = await keptAnswers(id, "logo");
  const answer = await page.request.get(`/api/logos/${answers?.logo}`);
  return answer.body();
}

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

test("what is wrong with a file is said in words, with what can be done", async ({ page }) => {
  await openLogoStep(page);
  const { buffer } = await pictures.perfect();
  const as = (name: string, bytes: Buffer): Picture => ({
    name,
    mimeType: "image/png",
    buffer: bytes,
  });
  const cases: [Picture, sentence: string, offer: string | undefined][] = [
    [await pictures.mislabelled(), "named .png but contains a WebP image", "Convert it"],
    [await pictures.tiny(), "16 × 16 pixels. Plaid needs exactly 1024 × 1024", "Crop and resize"],
    [
      await pictures.moving(),
      "animated GIF. Only the first frame would be used",
      "Crop and resize",
    ],
    [
      as("hidden.png", Buffer.concat([buffer, Buffer.from("PK\x03\x04")])),
      "4 bytes of something else behind its image",
      "Keep the image alone",
    ],
    [as("half.png", buffer.subarray(0, 500)), "it ends before the image is complete", undefined],
    [as("empty.png", Buffer.alloc(0)), "The file is empty", undefined],
    [as("program.png", Buffer.from("MZ")), "contains no image this portal knows", undefined],
  ];
  for (const [picture, sentence, offer] of cases) {
    await choose(page, picture);
    await expect(chosen(page)).toContainText(sentence);
    if (offer) await expect(button(page, offer)).toBeVisible();
    else await expect(chosen(page).getByRole("button")).toHaveText(["Discard this image"]);
  }
});

test("an image that is too large as a PNG is made smaller by a background", async ({ page }) => {
  test.slow();
  const id = await openLogoStep(page);
  await choose(page, await pictures.noise());
  await expect(chosen(page)).toContainText("It must be smaller than 4 MB");
  await button(page, "Make it smaller").click();
  await expect(chosen(page)).toContainText(/This logo would be 4(\.\d)? MB/);
  await button(page, "Upload this logo").click();
  await expect(stored(page)).toBeHidden();
  await button(page, "Fill with white").click();
  await expect(page.getByRole("radio", { name: "White" })).toBeChecked();
  await expect(chosen(page)).not.toContainText("would be");
  await button(page, "Upload this logo").click();
  await expect(stored(page)).toBeVisible();
  expect((await storedLogo(page, id)).length).toBeLessThan(4_000_000);
});

test("transparent areas are pointed out, and can be filled afterwards", async ({ page }) => {
  const id = await openLogoStep(page);
  await choose(page, await pictures.clear());
  await expect(stored(page)).toContainText("The logo has transparent areas");
  await button(page, "Fill with white").click();
  await expect(page.getByRole("radio", { name: "White" })).toBeChecked();
  await button(page, "Upload this logo").click();
  await expect(stored(page)).not.toContainText("transparent");
  await continueTo(page, "redirect-uris");
  expect(await colourOf(await storedLogo(page, id))).toMatch(/^#85b[89]c2$/);
});

test("an image is dragged by mouse and pinched by two fingers", async ({ page }) => {
  await openLogoStep(page);
  await choose(page, await pictures.photo());
  await button(page, "Crop and resize").click();
  const square = page.getByRole("application");
  await square.scrollIntoViewIfNeeded();
  const box = await square.boundingBox();
  if (!box) throw new Error("The square is not on the page");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + box.width / 4, y);
  await page.mouse.up();
  await expect(page.getByLabel("Left (px)")).toHaveValue("256");

  const touch = await page.context().newCDPSession(page);
  const fingers = (type: "touchStart" | "touchMove" | "touchEnd", apart: number[]) =>
    touch.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: apart.map((offset, id) => ({ x: x + offset, y, id })),
    });
  await fingers("touchStart", [-20, 20]);
  await fingers("touchMove", [-40, 40]);
  await fingers("touchEnd", []);
  await expect(page.getByLabel("Zoom (%)")).toHaveValue("200");
});

for (const [width, hasTouch] of [
  [1280, false],
  [320, true],
] as const) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 900 }, hasTouch });

    test("every state of the step is accessible, whole, and easy to hit", async ({ page }) => {
      test.slow();
      await openLogoStep(page);
      const release = await holdUploads(page);
      const problems: string[] = [];
      const look = async (state: string) => {
        problems.push(...(await problemsOf(page)).map((problem) => `${state}: ${problem}`));
      };
      await look("empty");
      await choose(page, { ...(await pictures.clear()), name: `${"unbroken".repeat(15)}.jpg` });
      await expect(page.getByRole("progressbar")).toBeVisible();
      await look("uploading");
      release();
      await expect(stored(page)).toContainText("transparent areas");
      await look("stored");
      await choose(page, await pictures.photo());
      await expect(button(page, "Crop and resize")).toBeVisible();
      await look("verdict");
      await button(page, "Crop and resize").click();
      await page.getByRole("radio", { name: "Transparent" }).check();
      await expect(button(page, "Fill with white")).toBeVisible();
      await look("editor");
      expect(problems).toEqual([]);
    });
  });
}

test("a logo is removed with one button", async ({ page }) => {
  const id = await openLogoStep(page);
  await choose(page, await pictures.perfect());
  await expect(stored(page)).toBeVisible();
  await button(page, "Remove logo").click();
  await expect(stored(page)).toBeHidden();
  await expect.poll(async () => (await keptAnswers(id, "logo"))?.logo).toBe("");
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
