import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { iconComponents, iconsFile } from "./icons.mjs";

test("the icons are drawn from the Lucide that is installed", () => {
  expect(readFileSync(iconsFile, "utf8")).toBe(iconComponents());
});
