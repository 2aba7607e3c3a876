import { spawn } from "node:child_process";
import { accessSync, closeSync, constants, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { isAlive, waitUntil } from "@/scripts/stack/alive";
import type { Account } from "@/scripts/stack/postgres-account";
import { watchOver } from "@/scripts/stack/postgres-server";
import type { Environment } from "@/scripts/stack/process";

/** A program of the system's, as HAProxy or Patroni. */
export type Program = {
  pid: number;
  isUp: () => boolean;
  /** SIGTERM, and SIGKILL when that is not enough. */
  stop: () => Promise<void>;
  kill: () => Promise<void>;
};

type Options = {
  command: readonly string[];
  env?: Environment;
  /** Under whose name; this process's own unless told otherwise. */
  account?: Account;
  logFile: string;
  isReady: () => Promise<boolean>;
};

const READY_MS = 60_000;
const STOP_MS = 20_000;
/** Where Debian keeps what only root is expected to call. */
const FOLDERS = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/usr/local/sbin"];

/** The path of a program of this machine, if it is there. */
export function findProgram(name: string): string | undefined {
  return FOLDERS.map((folder) => path.join(folder, name)).find(isExecutable);
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Resolves when it is ready; it ends with this process, whichever way that ends. */
export async function startProgram(options: Options): Promise<Program> {
  const { account, logFile } = options;
  const [command = "", ...args] = [...(account?.prefix ?? []), ...options.command];
  const log = openSync(logFile, "a", 0o600);
  const child = spawn(command, args, {
    stdio: ["ignore", log, log],
    detached: true,
    env: {
      PATH: FOLDERS.join(":"),
      LC_ALL: "C.UTF-8",
      ...options.env,
    } as Environment as NodeJS.ProcessEnv,
    ...account?.ids,
  });
  closeSync(log);
  let failure = "";
  child.once("error", ({ message }) => {
    failure = message;
  });
  const pid = child.pid ?? 0;
  const watcher = watchOver(pid);
  const isUp = () => pid > 0 && isAlive(pid);
  const end = async (signal: NodeJS.Signals) => {
    if (isUp()) child.kill(signal);
    const ended = await waitUntil(() => !isUp(), STOP_MS);
    if (!ended) child.kill("SIGKILL");
    watcher.dismiss();
  };
  const program = { pid, isUp, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
  const settled = await waitUntil(async () => !isUp() || (await options.isReady()), READY_MS, 100);
  if (settled && isUp()) return program;
  await program.stop();
  const printed = readFileSync(logFile, "utf8").slice(-2_000);
  throw new Error(`${options.command[0]} did not start: ${failure}\n${printed}`);
}
