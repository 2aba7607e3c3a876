import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

/** Pure files reach the browser; `env` and `singleton` are read by the database client and scripts. */
const elsewhere = /(^|\/)(model|schema)\.ts$|^(result|id|env|singleton)\.ts$|\.(test|d)\.tsx?$/;

// Guarantees that the build refuses server code in the browser.
test("every server file of lib says so on its first line", () => {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.tsx?$/.test(file) && !elsewhere.test(file.replaceAll("\\", "/")),
  );
  expect(files.length).toBeGreaterThan(40);
  const open = files.filter(
    (file) =>
      !readFileSync(path.join(import.meta.dirname, file), "utf8").startsWith(
        'import "server-only";',
      ),
  );
  expect(open).toEqual([]);
});
