import { expect, test } from "vitest";
import { createLifetime } from "./lifetime";

test("stops the last part first, and each once", async () => {
  const stopped: string[] = [];
  const lifetime = createLifetime();
  for (const name of ["database", "mail", "portal"]) {
    await lifetime.start(async () => ({ stop: async () => void stopped.push(name) }));
  }

  await Promise.all([lifetime.end(), lifetime.end()]);

  expect(stopped).toEqual(["portal", "mail", "database"]);
});

// Guarantees that Ctrl-C during the start leaves nothing behind.
test("stops a part that was on its way up, and starts no other", async () => {
  const stopped: string[] = [];
  const lifetime = createLifetime();
  let up: () => void = () => undefined;
  const starting = lifetime.start(
    () =>
      new Promise<{ stop(): Promise<void> }>((resolve) => {
        up = () => resolve({ stop: async () => void stopped.push("slow") });
      }),
  );

  const end = lifetime.end();
  up();
  await Promise.all([starting, end]);

  expect(stopped).toEqual(["slow"]);
  await expect(lifetime.start(async () => ({ stop: async () => undefined }))).rejects.toThrow();
});

test("stops the others when one cannot be stopped", async () => {
  const stopped: string[] = [];
  const lifetime = createLifetime();
  await lifetime.start(async () => ({ stop: async () => void stopped.push("first") }));
  await lifetime.start(async () => ({ stop: () => Promise.reject(new Error("stuck")) }));

  await lifetime.end();

  expect(stopped).toEqual(["first"]);
});
