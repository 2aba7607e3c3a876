import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { actionCodes } from "./action-texts";

// What has no words is shown as its code.
test("every audited action has words", () => {
  const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.includes(".test."))
    .map((file) => readFileSync(path.join("lib", file), "utf8"));
  const found = files.flatMap((text) =>
    [...text.matchAll(/action: "([a-z_]+\.[a-z_]+)"/g)].map(([, action = ""]) => action),
  );
  expect(found.length).toBeGreaterThan(50);
  expect(found.filter((action) => !actionCodes.includes(action))).toEqual([]);
});
