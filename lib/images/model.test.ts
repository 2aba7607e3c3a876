import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { chunk, header, PNG_SIGNATURE, png } from "@/scripts/testing/png";
import { inspectImage } from "./model";

const small = { width: 30, height: 20, channels: 4, background: "#432dd780" } as const;
const draw = () => sharp({ create: small });

const animation = () =>
  Buffer.concat([Buffer.alloc(30 * 20 * 4, 200), Buffer.alloc(30 * 20 * 4, 100)]);

function animated() {
  return sharp(animation(), { raw: { width: 30, height: 40, channels: 4, pageHeight: 20 } });
}

test.each([
  ["PNG", () => draw().png().toBuffer(), true, false],
  ["PNG", () => draw().removeAlpha().png().toBuffer(), false, false],
  ["PNG", () => draw().png({ palette: true }).toBuffer(), true, false],
  ["JPEG", () => draw().jpeg().toBuffer(), false, false],
  ["JPEG", () => draw().jpeg({ progressive: true }).toBuffer(), false, false],
  ["WebP", () => draw().webp({ lossless: true }).toBuffer(), true, false],
  ["WebP", () => draw().removeAlpha().webp().toBuffer(), false, false],
  ["WebP", () => draw().webp().toBuffer(), true, false],
  ["WebP", () => animated().webp().toBuffer(), true, true],
  ["GIF", () => draw().gif().toBuffer(), true, false],
  ["GIF", () => animated().gif().toBuffer(), true, true],
] as const)("%s: size, transparency and animation", async (format, make, transparent, moving) => {
  expect(inspectImage(await make())).toMatchObject({
    format,
    widthPx: 30,
    heightPx: 20,
    mayBeTransparent: transparent,
    animated: moving,
    damage: undefined,
  });
});

test("a GIF without a transparent colour", () => {
  const frame = ",\0\0\0\0\x1e\0\x14\0\0\x02\x01\0\0";
  const file = `GIF89a\x1e\0\x14\0\x80\0\0${"\0".repeat(6)}!\xf9\x04\0\0\0\0\0${frame};`;
  expect(inspectImage(Buffer.from(file, "latin1"))).toMatchObject({
    widthPx: 30,
    heightPx: 20,
    mayBeTransparent: false,
    animated: false,
  });
});

test.each([
  ["<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20.4px'/>", 30, 20],
  [
    '\ufeff<?xml version="1.0"?>\n<!-- made by hand -->\n<svg viewBox="0 0 30 20"><g/></svg>',
    30,
    20,
  ],
  ['<!DOCTYPE svg><svg width="100%" height="2em" viewBox="0,0,30,20">', 30, 20],
  ["<svg:svg xmlns:svg='http://www.w3.org/2000/svg' width='30' height='20'/>", 30, 20],
  ["<svg>", undefined, undefined],
])("SVG: %s", (text, widthPx, heightPx) => {
  const facts = inspectImage(new TextEncoder().encode(text));
  expect(facts).toMatchObject({ format: "SVG", widthPx, heightPx });
});

test.each([
  ["\0\0\0\x20ftypavif", "AVIF"],
  ["\0\0\0\x20ftypheic", "HEIC"],
  ["II*\0", "TIFF"],
  ["BM\0\0\0\0\0\0\0\0", "BMP"],
  ["%PDF-1.7", "PDF"],
  ["<!doctype html><svg>", undefined],
  ['<?xml version="1.0"?><rss/>', undefined],
  ["MZ", undefined],
  ["", undefined],
])("%j is known as %s", (text, format) => {
  expect(inspectImage(Buffer.from(text, "latin1")).format).toBe(format);
});

describe("what a PNG says of itself", () => {
  test.each([
    [0, 1, "grey", false],
    [2, 16, "colour", false],
    [3, 4, "palette", false],
    [4, 8, "grey", true],
    [6, 8, "colour", true],
  ] as const)("colour type %i, %i bits", (colourType, bitDepth, colour, mayBeTransparent) => {
    const file = png({ head: header({ colourType, bitDepth, interlaced: true }) });
    expect(inspectImage(file)).toMatchObject({
      colour,
      bitDepth,
      mayBeTransparent,
      interlaced: true,
    });
  });

  test("one transparent colour, and frames", () => {
    const frames = (count: number) => chunk("acTL", new Uint8Array([0, 0, 0, count, 0, 0, 0, 0]));
    const clear = png({ extra: [chunk("tRNS", new Uint8Array(6))] });
    expect(inspectImage(clear).mayBeTransparent).toBe(true);
    expect(inspectImage(png({ extra: [frames(2)] })).animated).toBe(true);
    expect(inspectImage(png({ extra: [frames(1)] })).animated).toBe(false);
  });

  test("an enormous size", () => {
    const file = png({ head: header({ width: 50_000, height: 0xffffffff }) });
    expect(inspectImage(file)).toMatchObject({ widthPx: 50_000, heightPx: 0xffffffff });
  });

  test.each([
    ["no end", png({ end: [] }), "cut"],
    [
      "a chunk longer than the file",
      png({ end: [Buffer.from("\xff\xff\xff\xffIEND", "latin1")] }),
      "cut",
    ],
    ["only a signature", PNG_SIGNATURE, "cut"],
    ["no picture", png({ idat: Buffer.alloc(0) }), "broken"],
    ["no header", png({ head: Buffer.alloc(0) }), "broken"],
    ["no colour type", png({ head: header({ colourType: 5 }) }), "broken"],
    ["no height", png({ head: header({ height: 0 }) }), "broken"],
    ["no chunks", Buffer.concat([PNG_SIGNATURE, Buffer.alloc(100)]), "broken"],
  ])("%s", (_, file, damage) => {
    expect(inspectImage(file).damage).toBe(damage);
  });
});

const bytes = fc.uint8Array({ maxLength: 400 });
const starts = ["\x89PNG\r\n\x1a\n", "\xff\xd8\xff", "GIF89a", "RIFF\0\0\0\0WEBPVP8", "<svg ", ""];
const start = fc.constantFrom(...starts).map((text) => Buffer.from(text, "latin1"));

test("no bytes make it throw", () => {
  fc.assert(
    fc.property(start, bytes, (head, tail) => {
      const facts = inspectImage(Buffer.concat([head, tail]));
      expect(facts.bytes).toBe(head.length + tail.length);
    }),
    { numRuns: 2000 },
  );
});

test("nor does any change of a sound file", async () => {
  const files = await Promise.all([
    draw().png().toBuffer(),
    draw().jpeg().toBuffer(),
    animated().webp().toBuffer(),
    animated().gif().toBuffer(),
  ]);
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(255), (file, place, value) => {
      const changed = Buffer.from(file);
      changed[place % file.length] = value;
      inspectImage(changed);
    }),
    { numRuns: 2000 },
  );
});

test("a PNG cut anywhere is known to be cut, and what is put behind it is counted", () => {
  const whole = png({ extra: [chunk("tEXt", "a\0b")] });
  fc.assert(
    fc.property(fc.integer({ min: 8, max: whole.length - 1 }), (length) => {
      expect(inspectImage(whole.subarray(0, length)).damage).toBe("cut");
    }),
  );
  fc.assert(
    fc.property(bytes, (tail) => {
      const { tailBytes, damage } = inspectImage(Buffer.concat([whole, tail]));
      expect({ tailBytes, damage }).toEqual({ tailBytes: tail.length, damage: undefined });
    }),
  );
});
