import { expect, test } from "vitest";
import { createLog, describeFailure } from "./log";
import { withLogContext } from "./log-context";

function lines(write: (log: ReturnType<typeof createLog>) => void): string[] {
  const written: string[] = [];
  write(createLog("info", { write: (line) => void written.push(line) }));
  return written;
}

const naughty = 'a\r\n{"level":30}\u001b[31m\u009b2J\u2028\u2029\0\u007f';

test("one event is one line, whatever is in it", () => {
  const [line = "", ...more] = lines((log) =>
    log.info({ route: naughty, deep: { naughty } }, naughty),
  );
  expect(more).toEqual([]);
  expect(line.endsWith("\n")).toBe(true);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
  expect(line.slice(0, -1)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/);
  expect(JSON.parse(line)).toMatchObject({ route: naughty, deep: { naughty }, msg: naughty });
});

test("what names a person or opens a door is withheld", () => {
  const secrets = { email: "ann@example.com", token: "t0ken", cookie: "c00kie", body: "b0dy" };
  const [line = ""] = lines((log) => log.warn({ ...secrets, request: { ...secrets } }, "seen"));
  for (const secret of Object.values(secrets)) expect(line).not.toContain(secret);
  expect(JSON.parse(line)).toMatchObject({ email: "withheld", request: { token: "withheld" } });
});

test("an error is its kind and its codes, never its words", () => {
  const cause = Object.assign(new Error("Key (email)=(ann@example.com) exists"), { code: "23505" });
  const error = new Error("Failed query: … params: ann@example.com", { cause });
  for (const name of ["err", "error"]) {
    const [line = ""] = lines((log) => log.error({ [name]: error }));
    expect(line).not.toContain("ann@example.com");
    expect(JSON.parse(line)[name]).toMatchObject({ name: "Error", code: "23505" });
  }
  expect(JSON.stringify(describeFailure(error))).not.toContain("ann");
});

test("every line of a request carries its number, also what it began and did not wait for", async () => {
  const written: string[] = [];
  const log = createLog("info", { write: (line) => void written.push(line) });
  await Promise.all(
    ["one", "two"].map((id) =>
      withLogContext(id, async () => {
        log.info("first");
        await new Promise((resolve) => setImmediate(resolve));
        log.info("second");
      }),
    ),
  );
  log.info("outside");
  expect(written.map((line) => JSON.parse(line).requestId)).toEqual([
    "one",
    "two",
    "one",
    "two",
    undefined,
  ]);
});
