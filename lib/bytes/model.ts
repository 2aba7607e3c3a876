/** More arguments than this could be too many for one call. */
const TEXT_LENGTH_MAX = 4096;

/**
 * Numbers and letters of a file by their place. Beyond its end a number is NaN, which equals nothing
 * and is less than nothing, and a text is cut short: reading never throws.
 */
export function readerOf(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const has = (at: number, count: number) => at >= 0 && at + count <= bytes.byteLength;
  return {
    length: bytes.byteLength,
    u8: (at: number) => (has(at, 1) ? view.getUint8(at) : Number.NaN),
    u16: (at: number, littleEndian = false) =>
      has(at, 2) ? view.getUint16(at, littleEndian) : Number.NaN,
    u32: (at: number, littleEndian = false) =>
      has(at, 4) ? view.getUint32(at, littleEndian) : Number.NaN,
    /** One character per byte. */
    text: (at: number, count: number) =>
      String.fromCharCode(...bytes.subarray(at, at + Math.min(count, TEXT_LENGTH_MAX))),
  };
}

export type Reader = ReturnType<typeof readerOf>;
