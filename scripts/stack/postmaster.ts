import { readFileSync, realpathSync, rmSync } from "node:fs";
import path from "node:path";
import { commandLine, isAlive, waitUntil } from "./alive";

/** What a running server writes about itself into its folder. */
export type Postmaster = { pid: number; port: number; ready: boolean };

const STOP_MS = 10_000;

export function readPostmaster(folder: string): Postmaster | undefined {
  try {
    const lines = readFileSync(pidFile(folder), "utf8").split("\n");
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    return { pid, port, ready: lines[7]?.trim() === "ready" };
  } catch {
    return undefined;
  }
}

/**
 * The server still running in this folder, as after its launcher was killed. A pid file naming a
 * foreign process (a reused number) is removed, or PostgreSQL would refuse to start for ever.
 */
export function survivingPostmaster(folder: string): Postmaster | undefined {
  const postmaster = readPostmaster(folder);
  if (!postmaster || !isAlive(postmaster.pid)) return undefined;
  if (servesFolder(postmaster.pid, folder)) return postmaster;
  rmSync(pidFile(folder), { force: true });
  return undefined;
}

/** Fast shutdown: open sessions are ended, everything committed is on disk. */
export async function stopPostmaster(pid: number): Promise<void> {
  if (await endedBy("SIGINT", pid, STOP_MS)) return;
  // Immediate shutdown: the next start recovers from the log.
  if (await endedBy("SIGQUIT", pid, STOP_MS / 2)) return;
  await endedBy("SIGKILL", pid, STOP_MS / 2);
}

async function endedBy(signal: NodeJS.Signals, pid: number, timeoutMs: number): Promise<boolean> {
  try {
    process.kill(pid, signal);
  } catch {
    return true;
  }
  return waitUntil(() => !isAlive(pid), timeoutMs, 5);
}

function servesFolder(pid: number, folder: string): boolean {
  const command = commandLine(pid);
  if (command === "") return process.platform === "win32";
  return (
    /postgres/.test(command) && (command.includes(folder) || command.includes(realpathSync(folder)))
  );
}

function pidFile(folder: string): string {
  return path.join(folder, "postmaster.pid");
}
