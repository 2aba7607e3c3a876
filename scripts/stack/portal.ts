import { setTimeout as sleep } from "node:timers/promises";
import { type Environment, type RunningProcess, type Stream, startProcess } from "./process";

export type Portal = RunningProcess & { url: string; port: number };

export type PortalOptions = {
  port: number;
  /** `start` serves the build in NEXT_DIST_DIR (default `.next`); `dev` compiles on demand. */
  mode: "start" | "dev";
  env: Environment;
  /** The address that tells that it has started. Default: its liveness address. */
  until?: string;
  onLine?: ((line: string, stream: Stream) => void) | undefined;
  logFile?: string;
  /** Of another checkout, below this one. */
  folder?: string;
};

const commands = {
  start: ["scripts/serve.mjs"],
  dev: ["node_modules/next/dist/bin/next", "dev", "-H", "localhost"],
};

const READY_MS = { start: 60_000, dev: 180_000 };

/** Resolves when the portal answers 200. */
export async function startPortal(options: PortalOptions): Promise<Portal> {
  const { port, mode, until = "/api/health/live" } = options;
  const running = startProcess({
    args: commands[mode],
    ...(options.folder ? { folder: options.folder } : {}),
    env: {
      ...options.env,
      PORT: String(port),
      HOST: "localhost",
      NODE_ENV: nodeEnvironment(mode),
      // Bound to 127.0.0.1 and not ::1: only this machine can reach it, and by both names.
      NODE_OPTIONS: `${options.env.NODE_OPTIONS ?? ""} --dns-result-order=ipv4first`.trim(),
    },
    onLine: options.onLine,
    logFile: options.logFile,
  });
  const deadline = Date.now() + READY_MS[mode];
  while (!(await answers(port, until))) {
    if (running.hasEnded()) {
      throw new Error(`The portal ended (exit ${await running.ended}):\n${running.tail()}`);
    }
    if (Date.now() > deadline) {
      await running.kill();
      throw new Error(`The portal did not answer in ${READY_MS[mode]} ms:\n${running.tail()}`);
    }
    await sleep(20);
  }
  return { ...running, port, url: `http://localhost:${port}` };
}

export function nodeEnvironment(mode: "start" | "dev"): string {
  return mode === "dev" ? "development" : "production";
}

async function answers(port: number, path: string): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      signal: AbortSignal.timeout(60_000),
    });
    await answer.body?.cancel();
    return answer.status === 200;
  } catch {
    return false;
  }
}
