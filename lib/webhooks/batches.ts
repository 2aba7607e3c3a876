import "server-only";

type Waiting<T> = { item: T; stored: () => void; failed: (error: unknown) => void };

/**
 * Group commit: what is given while one batch is being stored makes the next one, so nobody waits
 * for company. Each promise is settled by what became of its own item: where a batch is refused,
 * its items are stored one by one.
 *
 * @param isRefused whether nothing of a failed batch is kept; anything else fails the whole batch.
 */
export function inBatches<T>({
  store,
  isRefused,
  max,
}: {
  store: (items: T[]) => Promise<void>;
  isRefused: (error: unknown) => boolean;
  max: number;
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
      await store(batch.map(({ item }) => item));
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
