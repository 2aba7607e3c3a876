import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startPostgres } from "./postgres";

vi.setConfig({ testTimeout: 60_000 });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "vestibule-account-"));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
});

test("root without user namespaces runs the server as a lesser user, and back again", async (context) => {
  if (process.getuid?.() !== 0) context.skip("an ordinary user runs the server as itself");
  chmodSync(folder, 0o755);
  refuseUserNamespaces();

  const lines: string[] = [];
  const first = await startPostgres({
    dataDir: folder,
    durable: false,
    log: (line) => lines.push(line),
  });
  await first.createDatabase("kept");
  await first.stop();
  expect(lines[0]).toMatch(/as user (postgres|nobody)/);
  const cluster = path.join(folder, "postgres/cluster");
  expect(statSync(cluster).uid).not.toBe(0);
  expect(statSync(path.join(folder, "postgres/credentials.json")).mode & 0o077).toBe(0);

  vi.unstubAllEnvs();
  const second = await startPostgres({ dataDir: folder, durable: false });
  await second.dropDatabase("kept");
  await second.stop();
});

test("root without any way says what to do", async (context) => {
  if (process.getuid?.() !== 0) context.skip("an ordinary user runs the server as itself");
  refuseUserNamespaces();
  chmodSync(folder, 0o700);

  await expect(startPostgres({ dataDir: folder })).rejects.toThrow(/DATA_DIR .*DATABASE_URL/s);
});

function refuseUserNamespaces(): void {
  const programs = path.join(folder, "programs");
  mkdirSync(programs);
  writeFileSync(path.join(programs, "unshare"), "#!/bin/sh\nexit 1\n", { mode: 0o755 });
  vi.stubEnv("PATH", `${programs}:${process.env.PATH}`);
}
