import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cut, fontFiles } from "./fonts.mjs";

test.each(fontFiles)("$path is cut from the font that is installed", async ({ path, text }) => {
  expect(readFileSync(path).equals(await cut(text))).toBe(true);
});
