import { expect, test } from "./fixtures";
import { button, choose, chosen, holdUploads, openLogoStep, stored, storedLogo } from "./logo-step";
import { colourOf, type Picture, pictures } from "./pictures";
import { problemsOf } from "./sweep/checks";
import { continueTo } from "./wizard";

test.beforeEach(({ signIn }) => signIn("onboarder"));

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
