import { existsSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Binaries, copiedBinaries, linkedBinaries } from "./postgres-binaries";

let folder: string;
let installed: Binaries;

// As npm leaves the package when it was told to run no install scripts.
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "vestibule-binaries-"));
  const root = path.join(folder, "native");
  mkdirSync(path.join(root, "bin"), { recursive: true });
  mkdirSync(path.join(root, "lib"));
  writeFileSync(path.join(root, "bin/postgres"), "");
  writeFileSync(path.join(root, "lib/libx.so.1.2"), "");
  writeFileSync(
    path.join(root, "pg-symlinks.json"),
    JSON.stringify([{ source: "native/lib/libx.so.1.2", target: "native/lib/libx.so.1" }]),
  );
  installed = { root, postgres: path.join(root, "bin/postgres"), initdb: "" };
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("makes the links that a blocked install script did not make", () => {
  expect(linkedBinaries(installed, path.join(folder, "copy"))).toBe(installed);
  expect(readlinkSync(path.join(installed.root, "lib/libx.so.1"))).toBe("libx.so.1.2");
});

test("makes a whole copy for packages that cannot be written, once", () => {
  const copy = path.join(folder, "copy");

  const copied = copiedBinaries(installed, copy);

  expect(copied.root).toBe(copy);
  expect(readlinkSync(path.join(copy, "lib/libx.so.1"))).toBe("libx.so.1.2");
  expect(existsSync(path.join(installed.root, "lib/libx.so.1"))).toBe(false);
  writeFileSync(path.join(copy, "kept"), "");
  copiedBinaries(installed, copy);
  expect(existsSync(path.join(copy, "kept"))).toBe(true);
});
