// Geist in two parts, so that a page in English loads 12 KB of it instead of 29.
// Run as `node scripts/fonts.mjs` after an update of the font; the results are kept in app/fonts.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import process from "node:process";
import { pathToFileURL } from "node:url";
import subsetFont from "subset-font";

const { resolve } = createRequire(import.meta.url);
const source = "@fontsource-variable/geist/files/geist-latin-wght-normal.woff2";

// With the two letters that the names of our languages have: each customer page shows them.
const basic = `${characters(0x20, 0x7e)}ñç\u00a0·×–’“”•…→−`;
const accents = `${characters(0xa1, 0xff)}ıŒœʻˆ˚˜—‘€™`;

export const fontFiles = [
  { path: "app/fonts/geist-basic.woff2", text: basic },
  {
    path: "app/fonts/geist-accents.woff2",
    text: [...accents].filter((one) => !basic.includes(one)).join(""),
  },
];

/** @returns {Promise<Buffer>} the weights the portal uses, with kerning, accents and figures of one width. */
export function cut(text) {
  return subsetFont(readFileSync(resolve(source)), text, {
    targetFormat: "woff2",
    keepFeatures: ["kern", "tnum"],
    variationAxes: { wght: { min: 400, max: 600 } },
  });
}

function characters(first, last) {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { path, text } of fontFiles) writeFileSync(path, await cut(text));
}
