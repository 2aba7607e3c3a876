import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { killed, launch, recall, remember } from "@/scripts/testing/postgres-launcher";
import { isAlive, waitUntil } from "./alive";
import { startPostgres } from "./postgres";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "vestibule-postgres-"));
});

// A server whose launcher was killed may still be writing its last file.
afterEach(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 20 }));

test("refuses a second start on the same folder while the first runs", async () => {
  const server = await startPostgres({ dataDir, durable: false });
  try {
    await expect(startPostgres({ dataDir })).rejects.toThrow("already running");
  } finally {
    await server.stop();
  }
});

test("of two processes that start at once on a new folder, one wins and one says so", async () => {
  const outcomes = await Promise.all([launch(dataDir), launch(dataDir)]);
  const lines = outcomes.map(({ line }) => line).sort();
  expect(lines[0]).toMatch(/^failed .*already running/);
  expect(lines[1]).toMatch(/^ready /);
  await Promise.all(outcomes.map(({ child }) => killed(child)));
});

test("keeps its data when its launcher is killed", async () => {
  const { child, line } = await launch(dataDir);
  const [, pid = "", url = ""] = line.split(" ");
  await remember(url, "before the kill");
  await killed(child);

  const server = await startPostgres({ dataDir });
  expect(await recall(server.ownerUrl("kept"))).toEqual(["before the kill"]);
  await server.stop();
  expect(await waitUntil(() => !isAlive(Number(pid)), 5000)).toBe(true);
});

test("takes over a server that outlived its launcher", async (context) => {
  if (spawnSync("ps").error) context.skip("ps is absent, so the server cannot be cut loose");
  const { child, line } = await launch(dataDir);
  const [, pid = "", url = ""] = line.split(" ");
  await remember(url, "still here");
  for (const watcher of watchersOf(child.pid)) process.kill(watcher, "SIGKILL");
  await killed(child);

  const server = await startPostgres({ dataDir });
  expect(server).toMatchObject({ adopted: true, pid: Number(pid) });
  expect(await recall(server.ownerUrl("kept"))).toEqual(["still here"]);
  await server.stop();
  expect(isAlive(Number(pid))).toBe(false);
});

test("starts again after the server itself was killed", async () => {
  const first = await startPostgres({ dataDir });
  await first.createDatabase("kept");
  await remember(first.ownerUrl("kept"), "before the kill");
  process.kill(first.pid, "SIGKILL");
  await waitUntil(() => !first.isRunning(), 5000);
  await first.stop();

  const second = await startPostgres({ dataDir, port: first.port });
  expect(second.port).toBe(first.port);
  expect(await recall(first.ownerUrl("kept"))).toEqual(["before the kill"]);
  await second.stop();
});

test("is not fooled by a leftover that names a foreign process", async () => {
  const first = await startPostgres({ dataDir });
  await first.stop();
  writeFileSync(
    path.join(dataDir, "postgres/cluster/postmaster.pid"),
    [process.pid, "/elsewhere", 1, 5432, "", "", "", "ready", ""].join("\n"),
    { mode: 0o600 },
  );

  const second = await startPostgres({ dataDir });
  await second.stop();
});

/** The launcher's only shell is the one that watches over the server. */
function watchersOf(launcher: number | undefined): number[] {
  const table = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" });
  return table
    .split("\n")
    .map((row) => row.trim().split(/\s+/))
    .filter(([, parent, command]) => Number(parent) === launcher && command?.endsWith("/sh"))
    .map(([pid]) => Number(pid));
}
