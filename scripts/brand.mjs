// What is made of the mark in app/icon.svg: pictures for those who read no SVG, and the card that
// stands where the portal's address is pasted. Run as `node scripts/brand.mjs` after a change of the mark.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import sharp from "sharp";
import subsetFont from "subset-font";

const { resolve } = createRequire(import.meta.url);
const font = resolve("@fontsource-variable/geist/files/geist-latin-wght-normal.woff2");

const INDIGO = "#432dd7";
const PAPER = "#ffffff";
const card = { width: 1200, height: 630, file: "app/(auth)/sign-in/opengraph-image.png" };

/** The one path of the mark: a square, from which the doorway is cut out. */
export function mark() {
  return /<path [^>]*d="([^"]+)"/.exec(readFileSync("app/icon.svg", "utf8"))[1];
}

/** The doorway alone, to stand on a ground of its own. */
function doorway() {
  return mark().replace(/^[^z]*z/, "");
}

function picture(size, content) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="${size}" height="${size}" fill-rule="evenodd">${content}</svg>`;
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer();
}

/** The system rounds its corners itself. */
function appleIcon() {
  const ground = `<rect width="32" height="32" fill="${INDIGO}"/>`;
  return picture(180, `${ground}<path d="${doorway()}" fill="${PAPER}"/>`);
}

/** An ICO file is a list of where each picture begins, and the pictures. */
async function favicon() {
  const sizes = [16, 32, 48];
  const pictures = await Promise.all(
    sizes.map((size) => picture(size, `<path d="${mark()}" fill="${INDIGO}"/>`)),
  );
  const head = Buffer.alloc(6 + 16 * sizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(sizes.length, 4);
  let start = head.length;
  for (const [n, { length }] of pictures.entries()) {
    const entry = 6 + 16 * n;
    head.writeUInt8(sizes[n], entry);
    head.writeUInt8(sizes[n], entry + 1);
    head.writeUInt16LE(1, entry + 4);
    head.writeUInt16LE(32, entry + 6);
    head.writeUInt32LE(length, entry + 8);
    head.writeUInt32LE(start, entry + 12);
    start += length;
  }
  return Buffer.concat([head, ...pictures]);
}

async function socialCard() {
  const folder = mkdtempSync(path.join(tmpdir(), "vestibule-brand-"));
  const fontfile = path.join(folder, "geist.ttf");
  const texts = { name: "Vestibule", claim: "The onboarding portal for Plaid resellers" };
  const letters = Object.values(texts).join("");
  writeFileSync(fontfile, await subsetFont(readFileSync(font), letters, { targetFormat: "sfnt" }));
  const { width, height } = card;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" fill="${PAPER}" fill-rule="evenodd">
    <rect width="${width}" height="${height}" fill="${INDIGO}"/>
    <path transform="translate(766 110) scale(20)" d="${doorway()}" fill-opacity="0.16"/>
    <path transform="translate(96 96) scale(3)" d="${mark()}"/>
  </svg>`;
  const drawn = await sharp(Buffer.from(svg))
    .composite([
      { input: await words(texts.name, "Semi-Bold 78", fontfile), left: 94, top: 300 },
      { input: await words(texts.claim, "33", fontfile), left: 96, top: 446 },
    ])
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
  rmSync(folder, { recursive: true });
  return drawn;
}

function words(text, look, fontfile) {
  const white = `<span foreground="${PAPER}" letter_spacing="-1536">${text}</span>`;
  return sharp({ text: { text: white, font: `Geist ${look}`, fontfile, dpi: 96, rgba: true } })
    .png()
    .toBuffer();
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync("app/apple-icon.png", await appleIcon());
  writeFileSync("app/favicon.ico", await favicon());
  writeFileSync(card.file, await socialCard());
}
