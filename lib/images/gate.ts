import "server-only";

export type Gate = <T>(work: () => Promise<T>) => Promise<T | "busy">;

/** Lets so many in at once and so many wait; whoever comes then is told at once that it is busy. */
export function createGate({ atOnce, waiting }: { atOnce: number; waiting: number }): Gate {
  let inside = 0;
  const queue: (() => void)[] = [];

  return async (work) => {
    if (inside >= atOnce) {
      if (queue.length >= waiting) return "busy";
      // Whoever leaves hands its place over, so that nobody slips in between.
      await new Promise<void>((resolve) => queue.push(resolve));
    } else inside += 1;
    try {
      return await work();
    } finally {
      const next = queue.shift();
      if (next) next();
      else inside -= 1;
    }
  };
}
