import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { waitUntil } from "./alive";
import { freePort } from "./ports";
import type { Account } from "./postgres-account";
import { readPostmaster } from "./postmaster";

export type Server = { pid: number; port: number };

type Launch = {
  account: Account;
  folder: string;
  logFile: string;
  durable: boolean;
  port?: number;
};

const READY_MS = 60_000;
const LOG_BYTES_MAX = 5_000_000;

/** Starts the server in its own process group, so that Ctrl-C reaches only the launcher. */
export async function launchServer(launch: Launch): Promise<Server> {
  const deadline = Date.now() + READY_MS;
  let clashes = 0;
  for (;;) {
    const port = launch.port ?? (await freePort());
    const offset = sizeOf(launch.logFile);
    if (await launchOn(port, launch)) {
      const pid = readPostmaster(launch.folder)?.pid;
      if (pid !== undefined) return { pid, port };
    }
    const reason = readFileSync(launch.logFile, "utf8").slice(offset);
    const taken = /could not create any TCP\/IP sockets|Address already in use/.test(reason);
    if (taken) clashes += 1;
    // Backends of a killed server take a moment to notice.
    const lingering = /pre-existing shared memory block|postmaster\.pid" already exists/.test(
      reason,
    );
    if ((!lingering && !taken) || clashes > 10 || Date.now() > deadline) {
      throw new Error(
        `PostgreSQL did not start (${launch.logFile}): ${reason.trim().slice(-1500)}`,
      );
    }
    await sleep(100);
  }
}

async function launchOn(port: number, launch: Launch): Promise<boolean> {
  const { account, folder } = launch;
  const [command = account.binaries.postgres, ...args] = [
    ...account.prefix,
    account.binaries.postgres,
    ...["-D", folder],
    ...settings(port, launch.durable).flatMap((setting) => ["-c", setting]),
  ];
  const log = openLog(launch.logFile);
  const child = spawn(command, args, {
    stdio: ["ignore", log, log],
    detached: process.platform !== "win32",
    windowsHide: true,
    // A locale or PG* setting of the person's shell must not leak into the server.
    env: bareEnvironment(),
    ...account.ids,
  });
  closeSync(log);
  const ended = new Promise<boolean>((resolve) => {
    child.once("error", () => resolve(false));
    child.once("exit", () => resolve(false));
  });
  const ready = waitUntil(() => isReady(folder, child), READY_MS);
  const started = (await Promise.race([ended, ready])) && !hasEnded(child);
  if (!started) child.kill("SIGKILL");
  child.unref();
  return started;
}

function isReady(folder: string, child: ChildProcess): boolean {
  if (hasEnded(child)) return true;
  const postmaster = readPostmaster(folder);
  return postmaster?.pid === child.pid && postmaster?.ready === true;
}

/** Only what a program needs to start; the type wants variables that mean nothing to PostgreSQL. */
function bareEnvironment(): NodeJS.ProcessEnv {
  const { PATH = "", SYSTEMROOT = "" } = process.env;
  return { PATH, SYSTEMROOT, LC_ALL: "C" } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function settings(port: number, durable: boolean): string[] {
  return [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_min_messages=warning",
    ...(durable ? [] : ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]),
  ];
}

/** Appends, so that the reason of the last failure is still there; starts over when it grew large. */
function openLog(file: string): number {
  if (sizeOf(file) > LOG_BYTES_MAX) rmSync(file);
  const log = openSync(file, "a", 0o600);
  chmodSync(file, 0o600);
  return log;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/**
 * Stops the server when this process dies without having done so itself: its end of the pipe closes.
 * A killed launcher then leaves a cleanly closed database instead of an orphan.
 */
export function watchOver(pid: number): { dismiss(): void } {
  if (process.platform === "win32") return { dismiss: () => undefined };
  const watcher = spawn("/bin/sh", ["-c", 'read -r _; kill -INT "$1"', "sh", String(pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watcher.once("error", () => undefined);
  watcher.stdin.once("error", () => undefined);
  watcher.unref();
  (watcher.stdin as unknown as { unref(): void }).unref();
  return { dismiss: () => void watcher.kill("SIGKILL") };
}
