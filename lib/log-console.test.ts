import { afterEach, expect, test } from "vitest";
import { createLog } from "./log";
import { takeOverConsole } from "./log-console";

const screen = globalThis.console;
const own = { ...screen };
afterEach(() => Object.assign(screen, own));

test("what is written to the console is a line of the log, without the words of a failure", () => {
  const written: string[] = [];
  takeOverConsole(createLog("info", { write: (line) => void written.push(line) }));
  screen.error(" ⨯", new Error("Failed query … params: ann@example.com"));
  screen.warn("`x-forwarded-host` does not match");
  screen.log("ready", { email: "ann@example.com" });
  // Written already, where the request is known.
  screen.error(Object.assign(new Error("again"), { digest: "123" }));
  process.emit("warning", new Error("of ann@example.com"));

  expect(written.join("")).not.toContain("ann@example.com");
  expect(written.map((line) => JSON.parse(line))).toMatchObject([
    { said: " ⨯", failure: { name: "Error" }, msg: "console" },
    { said: "`x-forwarded-host` does not match", msg: "console" },
    { said: "ready", msg: "console" },
    { failure: { name: "Error" }, msg: "warning" },
  ]);
});
