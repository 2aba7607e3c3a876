import { readFileSync } from "node:fs";
import sharp from "sharp";
import { expect, test } from "vitest";
import { mark } from "./brand.mjs";

test("the header shows the mark of the icon", () => {
  expect(readFileSync("components/frame/brand.tsx", "utf8")).toContain(`"${mark()}"`);
});

test.each([
  ["app/apple-icon.png", 180, 180],
  ["app/(auth)/sign-in/opengraph-image.png", 1200, 630],
])("%s has the size that is asked for, and no see-through corners", async (file, width, height) => {
  expect(await sharp(file).metadata()).toMatchObject({ format: "png", width, height });
  expect((await sharp(file).stats()).isOpaque).toBe(true);
});
