import { type Reader, readerOf } from "@/lib/bytes/model";
import { GIF_SIGNATURE, inspectGif } from "./gif/model";
import { inspectJpeg, JPEG_SIGNATURE } from "./jpeg/model";
import { inspectPng, PNG_SIGNATURE } from "./png/model";
import { inspectSvg, isSvg } from "./svg/model";
import { inspectWebp, isWebp } from "./webp/model";

export type ImageFormat = keyof typeof formats;

/** What a file is and says of itself; nothing is decoded, and no name is believed. */
export type ImageFacts = {
  /** Undefined: no format known here. */
  format: ImageFormat | undefined;
  bytes: number;
  widthPx: number | undefined;
  heightPx: number | undefined;
  /** Whether a pixel really is transparent, only decoding tells. */
  mayBeTransparent: boolean;
  animated: boolean;
  /** Only looked for in a PNG. */
  damage: "cut" | "broken" | undefined;
  /** Bytes behind the end of a PNG, where other files hide. */
  tailBytes: number;
  /** Only of a PNG. */
  bitDepth: number | undefined;
  colour: "grey" | "colour" | "palette" | undefined;
  interlaced: boolean;
};

const nothingKnown: Omit<ImageFacts, "format" | "bytes"> = {
  widthPx: undefined,
  heightPx: undefined,
  mayBeTransparent: false,
  animated: false,
  damage: undefined,
  tailBytes: 0,
  bitDepth: undefined,
  colour: undefined,
  interlaced: false,
};

type Known = Partial<Omit<ImageFacts, "format" | "bytes">>;

const formats = {
  PNG: { is: begins(PNG_SIGNATURE), inspect: inspectPng },
  JPEG: { is: begins(JPEG_SIGNATURE), inspect: inspectJpeg },
  WebP: { is: isWebp, inspect: inspectWebp },
  GIF: { is: begins(GIF_SIGNATURE), inspect: inspectGif },
  SVG: { is: isSvg, inspect: inspectSvg },
  AVIF: { is: (file) => /^ftypavi[fs]/.test(file.text(4, 8)), inspect: noMore },
  HEIC: { is: (file) => /^ftyp(hei|hev|mif1|msf1)/.test(file.text(4, 8)), inspect: noMore },
  TIFF: { is: (file) => /^(II\*\0|MM\0\*)/.test(file.text(0, 4)), inspect: noMore },
  BMP: { is: (file) => file.text(0, 2) === "BM" && file.u32(6) === 0, inspect: noMore },
  PDF: { is: begins("%PDF-"), inspect: noMore },
} satisfies Record<string, { is: (file: Reader) => boolean; inspect: (file: Reader) => Known }>;

/** Never throws, whatever the bytes are. */
export function inspectImage(bytes: Uint8Array): ImageFacts {
  const file = readerOf(bytes);
  const found = Object.entries(formats).find(([, { is }]) => is(file));
  if (!found) return { ...nothingKnown, format: undefined, bytes: file.length };
  const known: Known = found[1].inspect(file);
  return {
    ...nothingKnown,
    ...known,
    widthPx: size(known.widthPx),
    heightPx: size(known.heightPx),
    // The key that was found.
    format: found[0] as ImageFormat,
    bytes: file.length,
  };
}

function begins(signature: string): (file: Reader) => boolean {
  return (file) => file.text(0, signature.length) === signature;
}

function noMore(): Known {
  return {};
}

function size(pixels: number | undefined): number | undefined {
  return pixels !== undefined && pixels > 0 ? Math.round(pixels) : undefined;
}
