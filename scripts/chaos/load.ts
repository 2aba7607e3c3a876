import { setTimeout as sleep } from "node:timers/promises";
import { p95 } from "@/scripts/bench/figures";

/** Does something again and again; `stop` waits for what is under way, and throws what it threw. */
export function keepDoing(
  work: () => Promise<void>,
  pauseMs: number,
): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const loop = async () => {
    while (!stopping.signal.aborted) {
      await work();
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };
  const done = loop();
  // Thrown where it is stopped.
  done.catch(() => {});
  return {
    stop: async () => {
      stopping.abort();
      await done;
    },
  };
}

export type Stopwatch = ReturnType<typeof createStopwatch>;

/** How long things took, in milliseconds. */
export function createStopwatch() {
  const times: number[] = [];
  return {
    count: () => times.length,
    slowest: () => Math.max(...times),
    p95: () => p95(times),
    time: async <T>(work: () => Promise<T>): Promise<T> => {
      const startedAt = performance.now();
      try {
        return await work();
      } finally {
        times.push(performance.now() - startedAt);
      }
    },
  };
}

/** Seconds until the condition holds; NaN, which meets no goal, where it does not within `maxS`. */
export async function secondsUntil(
  condition: () => Promise<boolean>,
  maxS: number,
): Promise<number> {
  const startedAt = performance.now();
  const passed = () => (performance.now() - startedAt) / 1000;
  while (!(await condition())) {
    if (passed() > maxS) return Number.NaN;
    await sleep(200);
  }
  return passed();
}
