import "server-only";

type Waiting<T> = { item: T; stored: () => void; failed: (error: unknown) => void };

/**
 * Group commit: what is given while one batch is being stored makes the next one, so nobody waits
 * for company. Each promise is settled by what became of its own item: where a batch is refused,
 * its items are stored one by one.
 *
 * @param isRefused whether nothing of a failed batch is kept; anything else fails the whole batch.
 * @param timeoutMs after which a batch has failed and the next one goes: a connection may be dead
 * without a word. What such a batch still does is its own.
 */
export function inBatches<T>({
  store,
  isRefused,
  max,
  timeoutMs,
}: {
  store: (items: T[]) => Promise<void>;
  isRefused: (error: unknown) => boolean;
  max: number;
  timeoutMs: number;
}): (item: T) => Promise<void> {
  const waiting: Waiting<T>[] = [];
  let storing = false;

  async function storeWaiting(): Promise<void> {
    storing = true;
    while (waiting.length > 0) await storeBatch(waiting.splice(0, max));
    storing = false;
  }

  async function storeBatch(batch: Waiting<T>[]): Promise<void> {
    try {
      await within(timeoutMs, store(batch.map(({ item }) => item)));
      for (const { stored } of batch) stored();
    } catch (error) {
      if (batch.length > 1 && isRefused(error)) for (const one of batch) await storeBatch([one]);
      else for (const { failed } of batch) failed(error);
    }
  }

  return (item) =>
    new Promise((stored, failed) => {
      waiting.push({ item, stored, failed });
      if (!storing) void storeWaiting();
    });
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The batch was not stored in time")), ms);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
