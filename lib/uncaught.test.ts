import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";

const secret = "s3cret-in-a-message";

/** A process that does this, and says "stopped" when it is told to stop. */
async function processThat(does: string) {
  const code = `
    import { endOnUncaught } from "./lib/uncaught.ts";
    endOnUncaught();
    const waiting = setInterval(() => {}, 1000);
    process.once("SIGTERM", () => { console.log("stopped"); process.exit(); });
    setTimeout(() => { console.log("survived"); process.exit(0); }, 2000);
    ${does}`;
  const args = ["--import", "./scripts/typescript.mjs", "--input-type=module", "-e", code];
  const child = spawn(process.execPath, args, { env: { ...process.env, LOG_LEVEL: "info" } });
  const [printed, [status]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  return { status, lines: printed.trim().split("\n") };
}

const error = `Object.assign(new Error("${secret}"), { code: "BROKEN" })`;

test.each([
  ["uncaught exception", `setImmediate(() => { throw ${error}; });`],
  ["unhandled rejection", `Promise.reject(${error});`],
])("an %s is one line without its words, and the end in order, with 1", async (msg, does) => {
  const { status, lines } = await processThat(does);
  expect(status).toBe(1);
  expect(lines).toHaveLength(2);
  expect(JSON.parse(lines[0] ?? "")).toMatchObject({ level: 60, msg, failure: { code: "BROKEN" } });
  expect(lines.join()).not.toContain(secret);
  expect(lines[1]).toBe("stopped");
});

test("a promise nobody waits for may fail because something is away", async () => {
  const { status, lines } = await processThat(
    `Promise.reject(Object.assign(new Error("away"), { code: "CONNECTION_CLOSED" }));`,
  );
  expect(status).toBe(0);
  expect(lines.at(-1)).toBe("survived");
});
