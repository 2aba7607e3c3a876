import { setTimeout as sleep } from "node:timers/promises";

type Stoppable = { stop(): Promise<void> };

export type Lifetime = {
  /** Starts a part; refused once stopping has begun. */
  start<T extends Stoppable>(begin: () => Promise<T>): Promise<T>;
  isOver(): boolean;
  /** Stops the parts, the last started first. */
  end(): Promise<void>;
};

const PENDING_MS = 3000;

/** What was started is stopped in reverse, including a part that was just on its way up. */
export function createLifetime(): Lifetime {
  const parts: Stoppable[] = [];
  let pending: Promise<unknown> = Promise.resolve();
  let ending: Promise<void> | undefined;

  async function start<T extends Stoppable>(begin: () => Promise<T>): Promise<T> {
    if (ending) throw new Error("Stopping.");
    const started = begin().then((part) => {
      parts.push(part);
      return part;
    });
    pending = started.catch(() => undefined);
    return started;
  }

  async function stopParts(): Promise<void> {
    await Promise.race([pending, sleep(PENDING_MS, undefined, { ref: false })]);
    for (const part of parts.reverse()) await part.stop().catch(() => undefined);
  }

  return {
    start,
    isOver: () => ending !== undefined,
    end: () => {
      ending ??= stopParts();
      return ending;
    },
  };
}
