import "server-only";
import sharp from "sharp";
import { fail, ok, type Result } from "@/lib/result";

const SECONDS_MAX = 2;

// Each upload is another picture: what sharp would keep of it is never asked for again.
sharp.cache(false);

/**
 * Draws a PNG anew from its bare pixels, 8 bits in sRGB; nothing else of the file comes along. Its
 * alpha channel goes when every pixel is opaque.
 */
export async function redrawPng(
  png: Buffer,
  { pixelsMax }: { pixelsMax: number },
): Promise<Result<{ png: Buffer; transparent: boolean }, { code: "damaged" | "busy" }>> {
  try {
    return ok(await redraw(png, pixelsMax));
  } catch (error) {
    const late = error instanceof Error && error.message.includes("timeout");
    return fail({ code: late ? "busy" : "damaged" });
  }
}

async function redraw(png: Buffer, pixelsMax: number) {
  const { data, info } = await sharp(png, {
    limitInputPixels: pixelsMax,
    failOn: "warning",
    pages: 1,
  })
    .timeout({ seconds: SECONDS_MAX })
    .toColourspace("srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const transparent = channels === 4 && !isOpaque(data);
  const pixels = sharp(data, { raw: { width, height, channels } });
  const drawn = await (transparent ? pixels : pixels.removeAlpha())
    .timeout({ seconds: SECONDS_MAX })
    .png({ compressionLevel: 9, adaptiveFiltering: true })
    .toBuffer();
  return { png: drawn, transparent };
}

function isOpaque(rgba: Buffer): boolean {
  for (let at = 3; at < rgba.length; at += 4) if (rgba[at] !== 255) return false;
  return true;
}
