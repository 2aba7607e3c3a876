import { type ChildProcess, spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

export type Environment = Record<string, string | undefined>;

export type Stream = "stdout" | "stderr";

export type RunningProcess = {
  pid: number;
  /** The last lines it printed, for the message about why it failed. */
  tail(): string;
  hasEnded(): boolean;
  /** What ended it, where it was a signal. */
  endedBy(): NodeJS.Signals | null;
  /** Its exit code; 1 when a signal ended it. */
  ended: Promise<number>;
  /** SIGTERM unless told otherwise, and SIGKILL to the whole group when it takes longer. */
  stop(options?: { timeoutMs?: number; signal?: NodeJS.Signals }): Promise<void>;
  /** SIGKILL at once: the crash a test wants to see. */
  kill(): Promise<void>;
};

export type ProcessOptions = {
  args: string[];
  env: Environment;
  onLine?: ((line: string, stream: Stream) => void) | undefined;
  /** Gets everything the process prints. */
  logFile?: string | undefined;
  /** Below the project's folder, where it is not that one. */
  folder?: string;
};

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[/\\]$/, "");

/** For our own TypeScript. */
export const typescriptArgs = ["--import", new URL("../typescript.mjs", import.meta.url).href];

const TAIL_LINES = 200;
const STOP_MS = 4000;
const leash = new URL("./leash.mjs", import.meta.url).href;

/** Runs Node in a process group of its own, so that Ctrl-C leaves the order of stopping to us. */
export function startProcess(options: ProcessOptions): RunningProcess {
  const child = spawn(process.execPath, ["--import", leash, ...options.args], {
    cwd: path.join(root, options.folder ?? ""),
    env: definedOnly({ ...options.env, VESTIBULE_LEASH: String(process.pid) }),
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  const lines: string[] = [];
  const onLine = (line: string, stream: Stream) => {
    lines.push(line);
    if (lines.length > TAIL_LINES) lines.shift();
    if (options.logFile) appendFileSync(options.logFile, `${line}\n`, { mode: 0o600 });
    options.onLine?.(line, stream);
  };
  for (const stream of ["stdout", "stderr"] as const) {
    const input = child[stream];
    if (input) createInterface({ input }).on("line", (line) => onLine(line, stream));
  }
  const ended = endOf(child);
  const killAtExit = () => signalGroup(child, "SIGKILL");
  process.once("exit", killAtExit);
  void ended.then(() => process.off("exit", killAtExit));
  return {
    pid: child.pid ?? 0,
    tail: () => lines.join("\n"),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined,
    endedBy: () => child.signalCode,
    ended,
    stop: async ({ timeoutMs = STOP_MS, signal = "SIGTERM" } = {}) => {
      child.kill(signal);
      await endedWithin(child, ended, timeoutMs);
    },
    kill: async () => {
      signalGroup(child, "SIGKILL");
      await ended;
    },
  };
}

/** Runs a script of this project to its end and returns what it wrote to stdout. */
export async function runScript(
  script: string,
  args: string[],
  env: Environment,
  onLine?: (line: string, stream: Stream) => void,
): Promise<string> {
  const printed: string[] = [];
  const running = startProcess({
    args: [...typescriptArgs, path.join(root, script), ...args],
    env,
    onLine: (line, stream) => {
      if (stream === "stdout") printed.push(line);
      onLine?.(line, stream);
    },
  });
  const code = await running.ended;
  if (code === 0) return printed.join("\n").trim();
  throw new Error(`${[script, ...args].join(" ")} failed (exit ${code}):\n${running.tail()}`);
}

function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", (code) => resolve(code ?? 1));
    // A grandchild may hold the pipes open; the process itself is over then all the same.
    child.once("exit", (code) => setTimeout(() => resolve(code ?? 1), 1000).unref());
  });
}

async function endedWithin(
  child: ChildProcess,
  ended: Promise<number>,
  timeoutMs: number,
): Promise<void> {
  const inTime = ended.then(() => true);
  const late = sleep(timeoutMs, false, { ref: false });
  const isInTime = await Promise.race([inTime, late]);
  signalGroup(child, "SIGKILL");
  if (!isInTime) await ended;
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nobody is left in the group.
  }
}

function definedOnly(env: Environment): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined),
  ) as NodeJS.ProcessEnv;
}
