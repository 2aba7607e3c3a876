import "server-only";
import type { Encoding } from "./model";

/** How many bytes tell how a file was written. */
const LOOKED_AT = 4_096;
/** Starts of what people upload by mistake: ZIP (spreadsheets), old Office, PDF, PNG, JPEG, GIF. */
const otherFormats = ["504b0304", "d0cf11e0", "25504446", "89504e47", "ffd8ff", "47494638"];

/** The text of a file, and how it was written; undefined when it is no text. */
export function decode(bytes: Buffer): { text: string; encoding: Encoding } | undefined {
  const encoding = encodingOf(bytes);
  if (!encoding) return undefined;
  const text = new TextDecoder(labels[encoding]).decode(bytes);
  return text.includes("\0") ? undefined : { text, encoding };
}

/** Byte order marks are left out by the decoder. */
const labels: Record<Encoding, string> = {
  "utf-8": "utf-8",
  "utf-8-bom": "utf-8",
  "utf-16le": "utf-16le",
  "utf-16be": "utf-16be",
  "windows-1252": "windows-1252",
};

function encodingOf(bytes: Buffer): Encoding | undefined {
  const start = bytes.subarray(0, 4).toString("hex");
  if (otherFormats.some((signature) => start.startsWith(signature))) return undefined;
  if (start.startsWith("efbbbf")) return "utf-8-bom";
  if (start.startsWith("fffe")) return "utf-16le";
  if (start.startsWith("feff")) return "utf-16be";
  return unmarkedUtf16(bytes) ?? (isUtf8(bytes) ? "utf-8" : "windows-1252");
}

/** Commas, quotes and line ends have one byte of nothing each, always on the same side. */
function unmarkedUtf16(bytes: Buffer): Encoding | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const looked = bytes.subarray(0, LOOKED_AT);
  let even = 0;
  let odd = 0;
  for (const [place, byte] of looked.entries()) {
    if (byte === 0) place % 2 === 0 ? even++ : odd++;
  }
  if (odd > 0 && even === 0) return "utf-16le";
  return even > 0 && odd === 0 ? "utf-16be" : undefined;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
