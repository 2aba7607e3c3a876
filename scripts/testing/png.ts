import { constants, deflateRawSync, deflateSync } from "node:zlib";

/** PNGs byte by byte, sound and hostile ones: nothing that draws images would make the latter. */
export const PNG_SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

const crcTable = Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

export function chunk(type: string, data: Uint8Array | string = ""): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), toBuffer(data)]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  crc.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, crc]);
}

function toBuffer(data: Uint8Array | string): Buffer {
  return typeof data === "string" ? Buffer.from(data, "latin1") : Buffer.from(data);
}

export type Header = {
  width?: number;
  height?: number;
  bitDepth?: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey with alpha, 6 colour with alpha. */
  colourType?: number;
  interlaced?: boolean;
};

export function header(given: Header = {}): Buffer {
  const { width = 1024, height = 1024, bitDepth = 8, colourType = 2, interlaced = false } = given;
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([bitDepth, colourType, 0, 0, interlaced ? 1 : 0], 8);
  return chunk("IHDR", data);
}

/** A picture of nothing but zeroes, `rows` of it: as many bytes as the header's claim unpacks to. */
export function picture(rows = 1024, rowBytes = 1024 * 3): Buffer {
  return chunk("IDAT", deflateSync(Buffer.alloc(rows * (1 + rowBytes))));
}

/** In which pass of an interlaced picture each pixel of an 8 × 8 tile comes. */
const passes = [
  "16462646",
  "77777777",
  "56565656",
  "77777777",
  "36463646",
  "77777777",
  "56565656",
  "77777777",
];

/** Zeroes for 1024 × 1024 interlaced pixels. */
export function interlacedPicture(bitsPerPixel: number): Buffer {
  const tiles = 1024 / 8;
  let bytes = 0;
  for (const pass of "1234567") {
    for (const row of passes.filter((row) => row.includes(pass))) {
      const columns = tiles * (row.split(pass).length - 1);
      bytes += tiles * (1 + Math.ceil((columns * bitsPerPixel) / 8));
    }
  }
  return chunk("IDAT", deflateSync(Buffer.alloc(bytes)));
}

/** A sound 1024 × 1024 PNG in black unless told otherwise; `extra` goes between header and picture. */
export function png({
  head = header(),
  extra = [],
  idat = picture(),
  end = [chunk("IEND")],
}: {
  head?: Buffer;
  extra?: Buffer[];
  idat?: Buffer;
  end?: Buffer[];
} = {}): Buffer {
  return Buffer.concat([PNG_SIGNATURE, head, ...extra, idat, ...end]);
}

/** A sound zlib stream of some kilobytes that unpacks to this many mebibytes of zeroes. */
export function bomb(mebibytes: number): Buffer {
  const bytes = mebibytes * 1024 * 1024;
  const block = deflateRawSync(Buffer.alloc(1024 * 1024), {
    level: 9,
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const [head, end, checksum] = [Buffer.from([0x78, 0xda]), Buffer.from([3, 0]), Buffer.alloc(4)];
  checksum.writeUInt32BE((bytes % 65_521) * 0x10000 + 1);
  return Buffer.concat([head, ...Array.from({ length: mebibytes }, () => block), end, checksum]);
}
