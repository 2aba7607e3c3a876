import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { isAlive, waitUntil } from "./alive";
import { startPostgres } from "./postgres";
import { root } from "./process";

const NOBODY = 65534;

vi.setConfig({ testTimeout: 60_000, hookTimeout: 30_000 });

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "vestibule-postgres-"));
});

// A server whose launcher was killed may still be writing its last file.
afterEach(() => rmSync(dataDir, { recursive: true, force: true, maxRetries: 20 }));

test("keeps its data over a restart, and passwords to itself", async () => {
  const first = await startPostgres({ dataDir });
  await first.createDatabase("kept");
  await remember(first.ownerUrl("kept"), "before the restart");
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);

  const second = await startPostgres({ dataDir });
  expect(await recall(second.appUrl("kept"))).toEqual(["before the restart"]);
  await second.stop();

  expect(statSync(path.join(dataDir, "postgres/credentials.json")).mode & 0o777).toBe(0o600);
  expect(second.appUrl("kept")).not.toContain(new URL(second.ownerUrl("kept")).password);
});

// Guarantees that the portal's own role cannot change the schema.
test("lets only the owner create tables", async () => {
  const server = await startPostgres({ dataDir, durable: false });
  await server.createDatabase("split");
  try {
    await remember(server.ownerUrl("split"), "made by the owner");
    await expect(run(server.appUrl("split"), "create table mine (id int)")).rejects.toThrow(
      "permission denied for schema public",
    );
    await expect(run(server.appUrl("split"), "create database more")).rejects.toThrow(
      "permission denied",
    );
    const wrong = new URL(server.appUrl("split"));
    wrong.password = "guess";
    await expect(run(wrong.href, "select 1")).rejects.toThrow("password authentication failed");
  } finally {
    await server.stop();
  }
});

test("copies and drops databases, in Unicode", async () => {
  const server = await startPostgres({ dataDir, durable: false });
  try {
    await server.createDatabase("template_one");
    await remember(server.ownerUrl("template_one"), "Ünïcödé 会社");
    await server.createDatabase("copy", "template_one");
    expect(await recall(server.ownerUrl("copy"))).toEqual(["Ünïcödé 会社"]);
    const [settings] = await run(
      server.ownerUrl("copy"),
      "select datcollate, datlocale, pg_encoding_to_char(encoding) as encoding from pg_database where datname = 'copy'",
    );
    expect(settings).toEqual({ datcollate: "C", datlocale: "C.UTF-8", encoding: "UTF8" });
    await server.dropDatabase("copy");
    await expect(recall(server.ownerUrl("copy"))).rejects.toThrow("does not exist");
  } finally {
    await server.stop();
  }
});

test("refuses a second start on the same folder while the first runs", async () => {
  const server = await startPostgres({ dataDir, durable: false });
  try {
    await expect(startPostgres({ dataDir })).rejects.toThrow("already running");
  } finally {
    await server.stop();
  }
});

test("of two processes that start at once on a new folder, one wins and one says so", async () => {
  const outcomes = await Promise.all([launch(), launch()]);
  const lines = outcomes.map(({ line }) => line).sort();
  expect(lines[0]).toMatch(/^failed .*already running/);
  expect(lines[1]).toMatch(/^ready /);
  await Promise.all(outcomes.map(({ child }) => killed(child)));
});

test("keeps its data when its launcher is killed", async () => {
  const { child, line } = await launch();
  const [, pid = "", url = ""] = line.split(" ");
  await remember(url, "before the kill");
  await killed(child);

  const server = await startPostgres({ dataDir });
  expect(await recall(server.ownerUrl("kept"))).toEqual(["before the kill"]);
  await server.stop();
  expect(await waitUntil(() => !isAlive(Number(pid)), 5000)).toBe(true);
});

test("takes over a server that outlived its launcher", async () => {
  const { child, line } = await launch();
  const [, pid = "", url = ""] = line.split(" ");
  await remember(url, "still here");
  for (const watcher of childrenOf(child.pid)) process.kill(watcher, "SIGKILL");
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

test("runs in a folder only its owner may enter", async () => {
  chmodSync(dataDir, 0o700);
  const nested = path.join(dataDir, "deep");
  mkdirSync(nested, { mode: 0o700 });
  const server = await startPostgres({ dataDir: nested, durable: false });
  await server.stop();
});

test("runs as an ordinary user", async (context) => {
  if (process.getuid?.() !== 0) context.skip("these tests already run as an ordinary user");
  const entered = spawnSync("setpriv", [...asNobody, "test", "-r", `${root}/package.json`]);
  if (entered.status !== 0)
    context.skip("setpriv is absent, or nobody may not enter this checkout");
  chownSync(dataDir, NOBODY, NOBODY);

  const { child, line } = await launch(["setpriv", ...asNobody]);
  expect(line).toMatch(/^ready /);
  const owner = statSync(path.join(dataDir, "postgres/cluster")).uid;
  await killed(child);
  expect(owner).toBe(NOBODY);
});

const asNobody = [`--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups", "--"];

/** Starts the server from a process of its own, which then waits to be killed. */
async function launch(prefix: string[] = []): Promise<{ child: ChildProcess; line: string }> {
  const source = `
    import { startPostgres } from "./scripts/stack/postgres.ts";
    startPostgres({ dataDir: ${JSON.stringify(dataDir)} }).then(async (server) => {
      await server.createDatabase("kept");
      console.log("ready", server.pid, server.ownerUrl("kept"));
      setInterval(() => undefined, 1000);
    }, (error) => console.log("failed", error.message));`;
  const [command = process.execPath, ...args] = [
    ...prefix,
    process.execPath,
    ...["--import", "tsx", "--input-type=module", "-e", source],
  ];
  const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const line = await new Promise<string>((resolve) => {
    lines.once("line", resolve);
    lines.once("close", () => resolve("ended without a word"));
  });
  return { child, line };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
}

function childrenOf(pid: number | undefined): number[] {
  const table = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" });
  return table
    .split("\n")
    .map((row) => row.trim().split(/\s+/))
    .filter(([, parent, command]) => Number(parent) === pid && command?.endsWith("/sh"))
    .map(([child]) => Number(child));
}

async function remember(url: string, word: string): Promise<void> {
  await run(
    url,
    `create table words (word text); grant select on words to vestibule_app; insert into words values ('${word}')`,
  );
}

async function recall(url: string): Promise<unknown[]> {
  return (await run(url, "select word from words")).map(({ word }) => word);
}

async function run(url: string, statement: string): Promise<postgres.RowList<postgres.Row[]>> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await sql.unsafe(statement);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
