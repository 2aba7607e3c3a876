import type { Reader } from "@/lib/bytes/model";

export const GIF_SIGNATURE = "GIF8";

const HEADER_BYTES = 13;
const EXTENSION = 0x21;
const IMAGE = 0x2c;
const GRAPHIC_CONTROL = 0xf9;
const HAS_COLOUR_TABLE = 0x80;

/** Size, frames and transparency of a GIF, block by block; what is cut off is not counted. */
export function inspectGif(file: Reader) {
  let frames = 0;
  let mayBeTransparent = false;
  for (let at = HEADER_BYTES + tableBytes(file.u8(10)); at < file.length; ) {
    const kind = file.u8(at);
    if (kind === IMAGE) {
      frames += 1;
      // Place and size, then a colour table of its own, then the code size.
      at = skipBlocks(file, at + 10 + tableBytes(file.u8(at + 9)) + 1);
    } else if (kind === EXTENSION) {
      if (file.u8(at + 1) === GRAPHIC_CONTROL && (file.u8(at + 3) & 1) === 1) {
        mayBeTransparent = true;
      }
      at = skipBlocks(file, at + 2);
    } else break;
  }
  return {
    widthPx: file.u16(6, true),
    heightPx: file.u16(8, true),
    mayBeTransparent,
    animated: frames > 1,
  };
}

function tableBytes(packed: number): number {
  return packed & HAS_COLOUR_TABLE ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

/** Behind a run of blocks, each led by its length and the last one empty. */
function skipBlocks(file: Reader, start: number): number {
  let at = start;
  while (file.u8(at) > 0) at += file.u8(at) + 1;
  return at + 1;
}
