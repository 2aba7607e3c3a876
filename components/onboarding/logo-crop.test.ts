import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Crop,
  filledSquare,
  moved,
  placed,
  wholeImage,
  withZoomPercent,
  zoomed,
  zoomPercent,
} from "./logo-crop";

const wide = { width: 800, height: 400 };

test("the whole image fits and lies in the middle", () => {
  expect(wholeImage(wide)).toEqual({ left: 0, top: 256, scale: 1.28 });
});

test("the filled square has no empty part, and the middle of the image", () => {
  expect(filledSquare(wide)).toEqual({ left: -512, top: 0, scale: 2.56 });
});

test("100 percent is the whole image", () => {
  expect(zoomPercent(wholeImage(wide), wide)).toBe(100);
  expect(zoomPercent(filledSquare(wide), wide)).toBe(200);
  expect(withZoomPercent(wholeImage(wide), wide, 200)).toEqual(filledSquare(wide));
});

test("zooming keeps the point under the pointer where it is", () => {
  const before = filledSquare(wide);
  const after = zoomed(before, wide, 1.5, { left: 100, top: 200 });
  const inImage = ({ left, scale }: Crop) => (100 - left) / scale;
  expect(inImage(after)).toBeCloseTo(inImage(before));
});

test("an image is moved and placed in pixels of the logo", () => {
  const crop = wholeImage(wide);
  expect(moved(crop, wide, { left: 8, top: -8 })).toEqual({ ...crop, left: 8, top: 248 });
  expect(placed(crop, wide, { top: 0 })).toEqual({ ...crop, top: 0 });
});

const pixels = fc.integer({ min: 1, max: 8000 });
const anywhere = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const factor = fc.double({ min: 1e-6, max: 1e6, noNaN: true });

test("however it is moved and zoomed, a part of it stays in sight", () => {
  fc.assert(
    fc.property(pixels, pixels, anywhere, anywhere, factor, (width, height, left, top, zoom) => {
      const image = { width, height };
      const crop = zoomed(moved(wholeImage(image), image, { left, top }), image, zoom);
      const seen = moved(crop, image, { left, top });
      expect(seen.left).toBeLessThan(1024);
      expect(seen.top).toBeLessThan(1024);
      expect(seen.left + width * seen.scale).toBeGreaterThan(0);
      expect(seen.top + height * seen.scale).toBeGreaterThan(0);
      expect(Number.isFinite(seen.scale) && seen.scale > 0).toBe(true);
    }),
  );
});
