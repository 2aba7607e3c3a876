import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { withBuildLock } from "@/scripts/stack/build";
import { freePort } from "@/scripts/stack/ports";
import { type Environment, type RunningProcess, root, startProcess } from "@/scripts/stack/process";

/** A Next app of the same versions that does one query per page, and nothing else. */
export type Bare = RunningProcess & { url: string };

const app = "scripts/bench/bare";
const next = path.join(root, "node_modules/next/dist/bin/next");
const READY_MS = 60_000;

/** Builds the bare app unless that build is there already. */
export async function buildBare(log: (line: string) => void): Promise<void> {
  await withBuildLock(async () => {
    const stamp = path.join(root, app, ".next", "sources.sha256");
    const hash = sourcesHash();
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return;
    log("Building the bare app …");
    rmSync(stamp, { force: true });
    const running = startProcess({
      args: [next, "build"],
      folder: app,
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    const code = await running.ended;
    if (code !== 0) throw new Error(`The bare build failed (exit ${code}):\n${running.tail()}`);
    writeFileSync(stamp, hash);
  });
}

/** `next start`, as whoever has such an app would run it. Resolves at the first answer with 200. */
export async function startBare({
  databaseUrl,
  environment = {},
  until = "/save",
}: {
  databaseUrl: string;
  environment?: Environment;
  /** The page that tells that it has started. */
  until?: string;
}): Promise<Bare> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const running = startProcess({
    args: [next, "start", "-p", String(port), "-H", "localhost"],
    folder: app,
    env: {
      ...process.env,
      ...environment,
      DATABASE_URL: databaseUrl,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --dns-result-order=ipv4first`.trim(),
    },
  });
  const deadline = Date.now() + READY_MS;
  while (!(await answers(url + until))) {
    if (running.hasEnded() || Date.now() > deadline) {
      await running.kill();
      throw new Error(`The bare app does not answer:\n${running.tail()}`);
    }
    await sleep(20);
  }
  return { ...running, url };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status === 200;
  } catch {
    return false;
  }
}

function sourcesHash(): string {
  const hash = createHash("sha256").update(readFileSync(path.join(root, "package-lock.json")));
  const folder = path.join(root, app);
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .filter((file) => !path.relative(folder, file).startsWith(".next"));
  for (const file of files.sort()) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest("hex");
}
