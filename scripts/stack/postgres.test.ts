import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { killed, launch, recall, remember, run } from "@/scripts/testing/postgres-launcher";
import { isAlive } from "./alive";
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

test("runs in a folder only its owner may enter", async () => {
  chmodSync(dataDir, 0o700);
  const nested = path.join(dataDir, "deep");
  mkdirSync(nested, { mode: 0o700 });
  const server = await startPostgres({ dataDir: nested, durable: false });
  await server.stop();
});

test("runs as an ordinary user", async (context) => {
  if (process.getuid?.() !== 0) context.skip("these tests already run as an ordinary user");
  const [command, ...args] = [...asNobody, "test", "-r", `${root}/package.json`] as const;
  const entered = spawnSync(command, args);
  if (entered.status !== 0)
    context.skip("setpriv is absent, or nobody may not enter this checkout");
  chownSync(dataDir, NOBODY, NOBODY);

  const { child, line } = await launch(dataDir, [...asNobody]);
  expect(line).toMatch(/^ready /);
  const owner = statSync(path.join(dataDir, "postgres/cluster")).uid;
  await killed(child);
  expect(owner).toBe(NOBODY);
});

const asNobody = [
  "setpriv",
  `--reuid=${NOBODY}`,
  `--regid=${NOBODY}`,
  "--clear-groups",
  "--",
] as const;
