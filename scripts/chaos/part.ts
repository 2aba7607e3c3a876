import type { RunningProcess } from "@/scripts/stack/process";

/** A process that may be killed and started again in its place. */
export type Part = {
  readonly name: string;
  pid: () => number;
  isUp: () => boolean;
  /** What the running one, or the last one, has printed lately. */
  tail: () => string;
  /** SIGKILL; throws when something else ended it. */
  kill: () => Promise<void>;
  /** As an operator stops it: SIGTERM, and SIGKILL when it takes longer than `timeoutMs`. */
  stop: (options?: { timeoutMs?: number }) => Promise<void>;
  /** Again, where it was; resolves when it answers. Throws while it is up. */
  start: () => Promise<void>;
};

export async function startPart(name: string, begin: () => Promise<RunningProcess>): Promise<Part> {
  let running = await begin();
  return {
    name,
    pid: () => running.pid,
    isUp: () => !running.hasEnded(),
    tail: () => running.tail(),
    kill: async () => {
      await running.kill();
      if (running.endedBy() === "SIGKILL") return;
      throw new Error(`${name} was not killed, it ended by itself:\n${running.tail()}`);
    },
    stop: (options) => running.stop(options),
    start: async () => {
      if (!running.hasEnded()) throw new Error(`${name} is still up.`);
      running = await begin();
    },
  };
}
