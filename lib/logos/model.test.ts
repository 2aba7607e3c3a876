import { expect, test } from "vitest";
import { inspectImage } from "@/lib/images/model";
import { chunk, header, png } from "@/scripts/testing/png";
import { LOGO_BYTES_MAX, logoProblems } from "./model";

const frames = chunk("acTL", new Uint8Array([0, 0, 0, 2, 0, 0, 0, 0]));
const webp = Buffer.from("RIFF\0\0\0\0WEBPVP8X\0\0\0\0\x02\0\0\0\xff\x03\0\xff\x03\0", "latin1");

function codes(file: Uint8Array, name?: string): string[] {
  return logoProblems(inspectImage(file), name).map(({ code }) => code);
}

test.each([
  ["a logo", png(), []],
  ["a logo with an alpha channel", png({ head: header({ colourType: 6 }) }), []],
  ["nothing", new Uint8Array(), ["empty"]],
  ["half a PNG", png().subarray(0, 60), ["cut"]],
  ["a PNG without a picture", png({ idat: Buffer.alloc(0) }), ["damaged"]],
  ["an animated WebP", webp, ["not_png", "animated"]],
  ["a drawing, whatever its size", Buffer.from('<svg width="30" height="20"/>'), ["not_png"]],
  [
    "a small animation with something behind it",
    Buffer.concat([png({ head: header({ width: 30 }), extra: [frames] }), Buffer.from("PK")]),
    ["tail", "animated", "wrong_size"],
  ],
])("%s", (_, file, expected) => {
  expect(codes(file)).toEqual(expected);
});

test("the size of the file counts for a PNG only, and up to the last byte", () => {
  const filler = (length: number) => png({ extra: [chunk("teXt", Buffer.alloc(length))] });
  const rest = filler(0).length;
  expect(codes(filler(LOGO_BYTES_MAX - rest - 1))).toEqual([]);
  expect(codes(filler(LOGO_BYTES_MAX - rest))).toEqual(["too_large"]);
  expect(codes(Buffer.concat([webp], LOGO_BYTES_MAX))).not.toContain("too_large");
});

test.each([
  ["logo.png", "png"],
  ["LOGO.JPG", "jpg"],
  ["logo.webp", undefined],
  ["logo.webp.txt", undefined],
  ["png", undefined],
  ["", undefined],
])("a WebP named %j promises another format: %s", (name, named) => {
  expect(logoProblems(inspectImage(webp), name)[0]).toEqual({
    code: "not_png",
    seen: "WebP",
    named,
  });
});

test("a PNG is a PNG whatever its name", () => {
  expect(codes(png(), "logo.jpg")).toEqual([]);
});
