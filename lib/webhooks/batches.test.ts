import { expect, test } from "vitest";
import { inBatches } from "./batches";

/** A store that is done when the test says so. */
function slowStore() {
  const batches: { items: string[]; done: () => void }[] = [];
  const store = (items: string[]) =>
    new Promise<void>((done) => void batches.push({ items, done }));
  return { store, batches };
}

const refusal = new Error("refused");
const isRefused = (error: unknown) => error === refusal;
const usual = { isRefused, max: 3, timeoutMs: 60_000 };

test("the first goes at once, and what comes meanwhile goes together", async () => {
  const { store, batches } = slowStore();
  const keep = inBatches({ ...usual, store });
  const kept = ["a", "b", "c", "d", "e"].map(keep);
  expect(batches.map(({ items }) => items)).toEqual([["a"]]);

  for (const [at, letters] of [["b", "c", "d"], ["e"]].entries()) {
    batches[at]?.done();
    await expect.poll(() => batches.at(at + 1)?.items).toEqual(letters);
  }
  batches[2]?.done();
  await Promise.all(kept);
  void keep("f");
  expect(batches.at(-1)?.items).toEqual(["f"]);
});

test("nobody is told before the batch is stored", async () => {
  const { store, batches } = slowStore();
  const keep = inBatches({ ...usual, store });
  const told: string[] = [];
  const kept = ["a", "b"].map((item) => keep(item).then(() => told.push(item)));
  batches[0]?.done();
  await expect.poll(() => batches.at(1)?.items).toEqual(["b"]);
  expect(told).toEqual(["a"]);
  batches[1]?.done();
  await Promise.all(kept);
});

test("of a batch that is refused, only what is at fault fails", async () => {
  const keep = inBatches<string>({
    ...usual,
    store: async (items) => {
      if (items.includes("bad")) throw refusal;
    },
  });
  const outcomes = await Promise.allSettled(["a", "b", "bad", "c"].map(keep));
  expect(outcomes.map(({ status }) => status)).toEqual([
    "fulfilled",
    "fulfilled",
    "rejected",
    "fulfilled",
  ]);
});

test("a batch of which nobody knows whether it was kept fails whole, and is not tried again", async () => {
  const tried: string[][] = [];
  const keep = inBatches<string>({
    ...usual,
    store: async (items) => {
      tried.push(items);
      if (items.includes("b")) throw new Error("the connection is lost");
    },
  });
  const outcomes = await Promise.allSettled(["a", "b", "c"].map(keep));
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
  expect(tried).toEqual([["a"], ["b", "c"]]);
  await keep("d");
});

test("a batch that hangs fails, and holds nobody up", async () => {
  const keep = inBatches<string>({
    ...usual,
    timeoutMs: 20,
    store: (items) => (items.includes("a") ? new Promise(() => {}) : Promise.resolve()),
  });
  const outcomes = await Promise.allSettled(["a", "b"].map(keep));
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
});
