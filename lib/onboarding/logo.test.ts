import sharp, { type Sharp } from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { readLogo } from "./logo";
import { LOGO_BYTES_MAX, LOGO_EDGE_PX } from "./model";

type Format = "png" | "jpeg" | "webp" | "gif";

function draw(width: number, height: number, format: Format = "png"): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background: "#432dd7" } })
    .toFormat(format)
    .toBuffer();
}

let good: Buffer;
beforeAll(async () => {
  good = await draw(LOGO_EDGE_PX, LOGO_EDGE_PX);
});

function withSize(png: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(width, 16);
  changed.writeUInt32BE(height, 20);
  return changed;
}

describe("a sound logo", () => {
  test("comes back as a PNG of the same size, under the hash of its bytes", async () => {
    const logo = await readLogo(good);
    if (!logo.ok) throw new Error(logo.error.code);
    const { format, width, height } = await sharp(logo.value.png).metadata();
    expect({ format, width, height }).toEqual({ format: "png", width: 1024, height: 1024 });
    expect(logo.value.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  test("drawn twice is stored once", async () => {
    const first = await readLogo(good);
    const second = await readLogo(Buffer.concat([good, Buffer.from("tail")]));
    expect(first.ok && second.ok && first.value.sha256 === second.value.sha256).toBe(true);
  });

  // Guarantees that nothing but the picture reaches Plaid.
  test("loses its metadata and whatever lies behind it", async () => {
    const talkative = await sharp(good)
      .withExif({ IFD0: { Copyright: "SECRET-EXIF" } })
      .png()
      .toBuffer();
    expect(talkative.includes("SECRET-EXIF")).toBe(true);
    const logo = await readLogo(Buffer.concat([talkative, Buffer.from("SECRET-TAIL")]));
    if (!logo.ok) throw new Error(logo.error.code);
    expect(logo.value.png.includes("SECRET")).toBe(false);
    expect((await sharp(logo.value.png).metadata()).exif).toBeUndefined();
  });

  test.each([
    ["grey", (image: Sharp) => image.toColourspace("b-w").png()],
    ["a palette", (image: Sharp) => image.png({ palette: true })],
    ["16 bits", (image: Sharp) => image.toColourspace("rgb16").png()],
    ["interlaced", (image: Sharp) => image.png({ progressive: true })],
  ])("may be %s", async (_, paint) => {
    expect((await readLogo(await paint(sharp(good)).toBuffer())).ok).toBe(true);
  });
});

describe("what is refused, and why", () => {
  test("an empty file", async () => {
    expect(await readLogo(Buffer.alloc(0))).toEqual({ ok: false, error: { code: "empty" } });
  });

  test("4 MB and more, before anything is read", async () => {
    const large = Buffer.concat([good], LOGO_BYTES_MAX);
    expect(await readLogo(large)).toEqual({
      ok: false,
      error: { code: "too_large", bytes: LOGO_BYTES_MAX },
    });
  });

  test.each([
    ["jpeg", "JPEG"],
    ["webp", "WebP"],
    ["gif", "GIF"],
  ] as const)("a %s whatever its name, by what it is", async (format, seen) => {
    const file = await draw(LOGO_EDGE_PX, LOGO_EDGE_PX, format);
    expect(await readLogo(file)).toEqual({ ok: false, error: { code: "not_png", seen } });
  });

  test.each([
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"],
    ['<?xml version="1.0"?><svg/>', "SVG"],
    ["MZ not an image", "unknown"],
    ["\x89PN", "unknown"],
  ])("%j", async (text, seen) => {
    const file = Buffer.from(text, "latin1");
    expect(await readLogo(file)).toEqual({ ok: false, error: { code: "not_png", seen } });
  });

  test.each([
    [800, 600],
    [1024, 1023],
    [1025, 1024],
  ])("%i × %i pixels", async (widthPx, heightPx) => {
    expect(await readLogo(await draw(widthPx, heightPx))).toEqual({
      ok: false,
      error: { code: "wrong_size", widthPx, heightPx },
    });
  });

  test("a file that claims to be enormous, without decoding it", async () => {
    const started = performance.now();
    expect(await readLogo(withSize(good, 0x7fffffff, 0x7fffffff))).toEqual({
      ok: false,
      error: { code: "wrong_size", widthPx: 0x7fffffff, heightPx: 0x7fffffff },
    });
    expect(performance.now() - started).toBeLessThan(50);
  });

  test("a smaller picture that claims the right size", async () => {
    const liar = withSize(await draw(10, 10), LOGO_EDGE_PX, LOGO_EDGE_PX);
    expect(await readLogo(liar)).toEqual({ ok: false, error: { code: "damaged" } });
  });

  test.each([8, 20, 33, 200])("only the first %i bytes", async (length) => {
    const cut = await readLogo(good.subarray(0, length));
    expect(cut).toEqual({ ok: false, error: { code: "damaged" } });
  });

  test("a PNG whose picture was cut in half", async () => {
    const cut = await readLogo(good.subarray(0, Math.floor(good.length / 2)));
    expect(cut).toEqual({ ok: false, error: { code: "damaged" } });
  });

  test("a PNG with one byte of its picture changed", async () => {
    const changed = Buffer.from(good);
    const place = changed.indexOf("IDAT") + 40;
    changed.writeUInt8(changed.readUInt8(place) ^ 0xff, place);
    expect(await readLogo(changed)).toEqual({ ok: false, error: { code: "damaged" } });
  });
});
