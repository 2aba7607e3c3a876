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
  expect(texts).toBeGreaterThan(2_000);
  expect(found).toEqual([]);
});

test("such a text is found wherever it stands", () => {
  const planted = 'const a = "The date is invalid";\n<p>\n  Please try again\n</p>';
  expect(readable(planted).filter((text) => blames(text, "en"))).toHaveLength(2);
});
