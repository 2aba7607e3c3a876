import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lockHolder, tryLock } from "./lock";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "vestibule-lock-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("is held by one at a time", () => {
  const file = path.join(folder, "lock");
  const first = tryLock(file);

  expect(first).toBeDefined();
  expect(tryLock(file)).toBeUndefined();
  expect(lockHolder(file)).toBe(process.pid);

  first?.release();
  const second = tryLock(file);
  expect(second).toBeDefined();
  first?.release();
  expect(lockHolder(file)).toBe(process.pid);
  second?.release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ["a process that ended", (pid: number) => JSON.stringify({ pid, started: "1", token: "t" })],
  ["a process whose number was given to another", () => JSON.stringify(reusedNumber)],
  ["nobody: the file is damaged", () => "{"],
])("is taken over from %s", async (_, content) => {
  const file = path.join(folder, "lock");
  writeFileSync(file, content(await endedProcess()));

  expect(tryLock(file)).toBeDefined();
  expect(lockHolder(file)).toBe(process.pid);
});

const reusedNumber = { pid: process.pid, started: "an earlier time", token: "t" };

function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  return new Promise((resolve) => child.once("exit", () => resolve(child.pid ?? 0)));
}
