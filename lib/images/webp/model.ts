import type { Reader } from "@/lib/bytes/model";

const ALPHA_FLAG = 0x10;
const ANIMATION_FLAG = 0x02;

export function isWebp(file: Reader): boolean {
  return file.text(0, 4) === "RIFF" && file.text(8, 4) === "WEBP";
}

/** A WebP's first chunk tells all: extended, lossless or lossy. */
export function inspectWebp(file: Reader) {
  switch (file.text(12, 4)) {
    case "VP8X": {
      const flags = file.u8(20);
      return {
        widthPx: u24(file, 24) + 1,
        heightPx: u24(file, 27) + 1,
        mayBeTransparent: (flags & ALPHA_FLAG) !== 0,
        animated: (flags & ANIMATION_FLAG) !== 0,
      };
    }
    case "VP8L": {
      const bits = file.u32(21, true);
      if (Number.isNaN(bits)) return {};
      return {
        widthPx: (bits & 0x3fff) + 1,
        heightPx: ((bits >>> 14) & 0x3fff) + 1,
        mayBeTransparent: ((bits >>> 28) & 1) === 1,
      };
    }
    case "VP8 ":
      return { widthPx: u14(file, 26), heightPx: u14(file, 28) };
    default:
      return {};
  }
}

/** The two bits above are a scale that nobody uses. */
function u14(file: Reader, at: number): number {
  const value = file.u16(at, true);
  return Number.isNaN(value) ? value : value & 0x3fff;
}

function u24(file: Reader, at: number): number {
  return file.u16(at, true) + file.u8(at + 2) * 0x10000;
}
