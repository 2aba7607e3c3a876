import "server-only";
import { promisify } from "node:util";
import { inflate } from "node:zlib";
import { readerOf } from "@/lib/bytes/model";
import { fail, ok, type Result } from "@/lib/result";
import { type PngChunk, pngChunks } from "./png/model";

const unpack = promisify(inflate);

/** Header, palette, transparency, colour profile, picture, end: all that a picture is drawn from. */
const kept = ["IHDR", "PLTE", "tRNS", "iCCP", "IDAT", "IEND"];

/** Packed profiles and texts are few and of kilobytes; whoever puts more into a logo means harm. */
const SIDES_MAX = 64;
const SIDE_BYTES_MAX = 4 * 1024 * 1024;

/**
 * The same PNG with nothing in it but its picture, which is neither more nor less than its header
 * announces: unpacking it costs what its size costs.
 *
 * @param file a PNG whose header has been checked, for its claims decide how much is unpacked.
 */
export async function plainPng(
  file: Uint8Array,
): Promise<Result<Buffer, { code: "overfull" | "cut" | "damaged" }>> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const chunks = pngChunks(readerOf(file));
  if (!(await sidesAreSmall(bytes, chunks))) return fail({ code: "overfull" });

  const pictureBytes = unpackedBytes(bytes);
  const packed = chunks.filter(({ type }) => type === "IDAT").map((chunk) => dataOf(bytes, chunk));
  const picture = await unpackUpTo(Buffer.concat(packed), pictureBytes);
  if (picture === "more") return fail({ code: "overfull" });
  if (picture === "cut" || picture === "broken") {
    return fail({ code: picture === "cut" ? "cut" : "damaged" });
  }
  if (picture < pictureBytes) return fail({ code: "cut" });

  const parts = chunks.filter(({ type }) => kept.includes(type));
  return ok(
    Buffer.concat([
      bytes.subarray(0, 8),
      ...parts.map(({ start, end }) => bytes.subarray(start, end)),
    ]),
  );
}

/** Whether everything packed beside the picture stays small once it is unpacked. */
async function sidesAreSmall(bytes: Buffer, chunks: PngChunk[]): Promise<boolean> {
  const sides = chunks.flatMap((chunk) => packedSide(chunk.type, dataOf(bytes, chunk)) ?? []);
  if (sides.length > SIDES_MAX) return false;
  let left = SIDE_BYTES_MAX;
  for (const side of sides) {
    const size = await unpackUpTo(side, left);
    if (size === "more") return false;
    if (typeof size === "number") left -= size;
  }
  return true;
}

/** The packed part of a text or a profile. */
function packedSide(type: string, data: Buffer): Buffer | undefined {
  const afterName = data.indexOf(0) + 1;
  if (type === "zTXt" || type === "iCCP") return data.subarray(afterName + 1);
  if (type !== "iTXt" || data[afterName] !== 1) return undefined;
  const afterLanguage = data.indexOf(0, afterName + 2) + 1;
  return data.subarray(data.indexOf(0, afterLanguage) + 1);
}

/** How many bytes it unpacks to, or why that cannot be told. Stops at the limit. */
async function unpackUpTo(
  packed: Buffer,
  bytesMax: number,
): Promise<number | "more" | "cut" | "broken"> {
  try {
    return (await unpack(packed, { maxOutputLength: Math.max(bytesMax, 1) })).length;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") return "more";
    return code === "Z_BUF_ERROR" ? "cut" : "broken";
  }
}

function dataOf(bytes: Buffer, { start, end }: PngChunk): Buffer {
  return bytes.subarray(start + 8, end - 4);
}

const samplesPerPixel: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Each pass of an interlaced picture: first column, first row, then the steps. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Rows of packed samples, each with one byte for its filter. */
function unpackedBytes(png: Buffer): number {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const bitsPerPixel = png.readUInt8(24) * (samplesPerPixel[png.readUInt8(25)] ?? 0);
  const rows = (columns: number, count: number) =>
    columns > 0 ? count * (1 + Math.ceil((columns * bitsPerPixel) / 8)) : 0;
  if (png.readUInt8(28) === 0) return rows(width, height);
  return passes.reduce(
    (sum, [x, y, stepX, stepY]) =>
      sum + rows(Math.ceil((width - x) / stepX), Math.ceil((height - y) / stepY)),
    0,
  );
}
