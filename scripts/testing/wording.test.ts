import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { blames } from "./wording";

/** What a person may read: texts in quotes, and between tags. */
function readable(code: string): string[] {
  const bare = code.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const quoted = [...bare.matchAll(/"([^"\n]*)"|`([^`]*)`/g)].map(([, a, b]) => a ?? b ?? "");
  const between = [...bare.matchAll(/>([^<>{}]+)</g)].map(([, text]) => text ?? "");
  return [...quoted, ...between].filter((text) => / [a-z]/.test(text) && !text.includes("aria-"));
}

function sources(): string[] {
  return ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
      .map((file) => path.join(folder, file)),
  );
}

test("no text in the code blames somebody or begs", () => {
  const found: string[] = [];
  let texts = 0;
  for (const file of sources()) {
    for (const text of readable(readFileSync(file, "utf8"))) {
      texts++;
      if (blames(text, "en")) found.push(`${file}: ${text.trim()}`);
    }
  }
  expect(texts).toBeGreaterThan(1_000);
  expect(found).toEqual([]);
});

/** Sentences, and what stands between tags or is called so, where a page is drawn. */
function drawn(code: string): string[] {
  const bare = code.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
  const between = [...bare.matchAll(/>([^<>{}=;()]*\p{L}{2}[^<>{}=;()]*)<\//gu)];
  const quoted = [...bare.matchAll(/"(\p{Lu}\p{Ll}+(?:[ ,][^"\n]*)?)"|`(\p{Lu}\p{Ll}+ [^`]*)`/gu)];
  const called = [...bare.matchAll(/\b(?:aria-label|title|placeholder|alt|label)="([^"]+)"/g)];
  return [...between, ...quoted, ...called].map(([, a, b]) => (a ?? b ?? "").trim());
}

/** Plaid's and browsers' own names, ours, and what only a programmer reads (also in the starter kit). */
const ofNoCatalogue = [
  /^(?:client|request|institution)_id$/,
  /^(?:Ctrl K|Enter|Esc|Escape|Files|This Application|Vestibule)$/,
  /^(?:This is no drawing|The browser (?:gave no PNG|has no canvas to draw on)|The logo was answered)/,
  /^The keys work:$/,
  /^The preview has no sound values$/,
];
/** Pages for developers; and the page for when nothing works, catalogues included. */
const withoutCatalogue = /^app\/(?:dev|api)\/|^app\/global-error\.tsx$/;

test("what people read stands in the catalogues", () => {
  const files = sources().filter((file) => !file.startsWith("lib") && !withoutCatalogue.test(file));
  const found = files.flatMap((file) =>
    drawn(readFileSync(file, "utf8"))
      .filter((text) => !ofNoCatalogue.some((known) => known.test(text)))
      .map((text) => `${file}: ${text}`),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(found).toEqual([]);
  const planted = '<p>\n  Try again\n</p>; const a = "The date is over"; <img alt="your logo" />';
  expect(drawn(planted)).toEqual(["Try again", "The date is over", "your logo"]);
});

test("such a text is found wherever it stands", () => {
  const planted = 'const a = "The date is invalid";\n<p>\n  Please try again\n</p>';
  expect(readable(planted).filter((text) => blames(text, "en"))).toHaveLength(2);
});
