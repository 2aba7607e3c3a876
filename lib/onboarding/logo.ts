import "server-only";
import { createHash } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { type Database, db, type Transaction } from "@/db/client";
import { logos } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { fail, ok, type Result } from "@/lib/result";
import { LOGO_BYTES_MAX, LOGO_EDGE_PX, type LogoProblem } from "./model";

/** Signature, then the whole first chunk, `IHDR`. */
const HEADER_BYTES = 33;
const DECODE_SECONDS_MAX = 5;

const signatures: [seen: string, matches: (bytes: Buffer) => boolean][] = [
  ["PNG", (bytes) => startsWith(bytes, "\x89PNG\r\n\x1a\n")],
  ["JPEG", (bytes) => startsWith(bytes, "\xff\xd8\xff")],
  ["WebP", (bytes) => startsWith(bytes, "RIFF") && startsWith(bytes.subarray(8), "WEBP")],
  ["GIF", (bytes) => startsWith(bytes, "GIF8")],
  ["SVG", (bytes) => /^\s*<(\?xml|!doctype svg|!--|svg)/i.test(bytes.toString("latin1", 0, 256))],
];

/**
 * Checks a logo the way Plaid will and draws it anew: metadata and anything behind the image stay
 * behind.
 */
export async function readLogo(
  file: Uint8Array,
): Promise<Result<{ sha256: string; png: Buffer }, LogoProblem>> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const problem = headProblem(bytes);
  if (problem) return fail(problem);

  const png = await redraw(bytes).catch(() => undefined);
  if (!png) return fail({ code: "damaged" });
  if (png.length >= LOGO_BYTES_MAX) return fail({ code: "too_large", bytes: png.length });
  return ok({ sha256: createHash("sha256").update(png).digest("hex"), png });
}

/** All that can be said before decoding a file that may claim to be huge. */
function headProblem(bytes: Buffer): LogoProblem | undefined {
  if (bytes.length === 0) return { code: "empty" };
  if (bytes.length >= LOGO_BYTES_MAX) return { code: "too_large", bytes: bytes.length };
  const seen = signatures.find(([, matches]) => matches(bytes))?.[0] ?? "unknown";
  if (seen !== "PNG") return { code: "not_png", seen };
  if (bytes.length < HEADER_BYTES || !startsWith(bytes.subarray(12), "IHDR")) {
    return { code: "damaged" };
  }
  const widthPx = bytes.readUInt32BE(16);
  const heightPx = bytes.readUInt32BE(20);
  if (widthPx === LOGO_EDGE_PX && heightPx === LOGO_EDGE_PX) return undefined;
  return { code: "wrong_size", widthPx, heightPx };
}

function redraw(bytes: Buffer): Promise<Buffer> {
  return sharp(bytes, {
    limitInputPixels: LOGO_EDGE_PX * LOGO_EDGE_PX,
    failOn: "warning",
    pages: 1,
  })
    .timeout({ seconds: DECODE_SECONDS_MAX })
    .png({ compressionLevel: 9 })
    .toBuffer();
}

function startsWith(bytes: Buffer, text: string): boolean {
  return bytes.toString("latin1", 0, text.length) === text;
}

/** Stored once, however many customers use it. */
export async function keepLogo(
  actor: Actor,
  file: Uint8Array,
): Promise<Result<{ sha256: string }, LogoProblem>> {
  authorize(actor, "onboarding.edit");

  const logo = await readLogo(file);
  if (!logo.ok) return logo;
  await db.insert(logos).values(logo.value).onConflictDoNothing();
  return ok({ sha256: logo.value.sha256 });
}

export async function getLogo(actor: Actor, sha256: string): Promise<Buffer | undefined> {
  authorize(actor, "customer.read");

  const [logo] = await db.select({ png: logos.png }).from(logos).where(eq(logos.sha256, sha256));
  return logo?.png;
}

export async function logoFacts(
  source: Database | Transaction,
  sha256: string,
): Promise<{ sha256: string; bytes: number } | null> {
  if (sha256 === "") return null;
  const [logo] = await source
    .select({ sha256: logos.sha256, bytes: sql<number>`octet_length(${logos.png})` })
    .from(logos)
    .where(eq(logos.sha256, sha256));
  return logo ?? null;
}
