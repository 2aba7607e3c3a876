import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LOGO_BYTES_MAX, LOGO_EDGE_PX } from "./assumptions";

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length 13 and the type of the first chunk, directly behind the signature. */
const IHDR = Buffer.from([0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);

/** @returns the decoded file, or undefined when it breaks rule K6. */
export function decodeLogo(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, "base64");
  // Node skips what is not base64; only the canonical spelling comes back unchanged.
  if (bytes.length === 0 || bytes.toString("base64") !== text) return undefined;
  if (bytes.length > LOGO_BYTES_MAX || bytes.length < 33) return undefined;
  if (!bytes.subarray(0, 8).equals(PNG_SIGNATURE)) return undefined;
  if (!bytes.subarray(8, 16).equals(IHDR)) return undefined;

  const square = bytes.readUInt32BE(16) === LOGO_EDGE_PX && bytes.readUInt32BE(20) === LOGO_EDGE_PX;
  return square ? bytes : undefined;
}

function summarizeLogo(bytes: Buffer): { bytes: number; sha256: string } {
  return { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

export function saveLogo(directory: string, bytes: Buffer): { bytes: number; sha256: string } {
  const summary = summarizeLogo(bytes);
  mkdirSync(join(directory, "logos"), { recursive: true });
  writeFileSync(logoPath(directory, summary.sha256), bytes);
  return summary;
}

export function readLogo(directory: string, sha256: string): Buffer {
  return readFileSync(logoPath(directory, sha256));
}

function logoPath(directory: string, sha256: string): string {
  return join(directory, "logos", `${sha256}.png`);
}
