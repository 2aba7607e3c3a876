import { expect, test } from "vitest";
import { createGate } from "./gate";

test("so many at once, so many waiting, and nobody beyond", async () => {
  const gate = createGate({ atOnce: 2, waiting: 1 });
  const finish: (() => void)[] = [];
  const begun: string[] = [];
  const work = (name: string) =>
    gate(async () => {
      begun.push(name);
      await new Promise<void>((resolve) => finish.push(resolve));
      return name;
    });

  const outcomes = [work("a"), work("b"), work("c"), work("d")];
  expect(begun).toEqual(["a", "b"]);
  expect(await outcomes[3]).toBe("busy");
  finish[0]?.();
  expect(await outcomes[0]).toBe("a");
  expect(begun).toEqual(["a", "b", "c"]);
  for (const end of finish) end();
  expect(await Promise.all(outcomes)).toEqual(["a", "b", "c", "busy"]);
});

test("work that fails makes room like any other", async () => {
  const gate = createGate({ atOnce: 1, waiting: 0 });
  const broken = gate(() => Promise.reject(new Error("broken")));
  await expect(broken).rejects.toThrow("broken");
  expect(await gate(async () => "next")).toBe("next");
});
