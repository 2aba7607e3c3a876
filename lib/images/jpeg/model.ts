import type { Reader } from "@/lib/bytes/model";

export const JPEG_SIGNATURE = "\xff\xd8\xff";

const START_OF_SCAN = 0xda;
/** Between C0 and CF, but no start of a frame: tables and an extension. */
const NO_FRAME = [0xc4, 0xc8, 0xcc];

/** The size a JPEG says it has, as stored: a turned photo is turned by whoever shows it. */
export function inspectJpeg(file: Reader) {
  for (let at = 2; at + 4 <= file.length; ) {
    if (file.u8(at) !== 0xff) break;
    const marker = file.u8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker)) {
      return { heightPx: file.u16(at + 5), widthPx: file.u16(at + 7) };
    }
    if (marker === START_OF_SCAN) break;
    at += 2 + file.u16(at + 2);
  }
  return {};
}
