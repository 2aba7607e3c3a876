import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const UI = "components/ui";
const GALLERY = "app/dev/gallery";

/** What fields and questions are made of, and what they say; they are seen wherever those are. */
const parts = ["field-parts.tsx", "dialog.tsx", "words.tsx"];

const gallery = sources(GALLERY).join("\n");
const exported = sources(UI, (file) => !parts.includes(file)).flatMap((source) =>
  [...source.matchAll(/^export function ([A-Z]\w*)/gm)].map(([, name]) => name ?? ""),
);

test("every component of components/ui is in the gallery", () => {
  expect(exported.length).toBeGreaterThan(20);
  expect(exported.filter((name) => !new RegExp(`<${name}\\b`).test(gallery))).toEqual([]);
});

function sources(folder: string, wanted = (_file: string) => true): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".tsx") && wanted(file))
    .map((file) => readFileSync(path.join(folder, file), "utf8"));
}
