import "server-only";
import { describeFailure, log } from "./log";

const TEXT_CHARS_MAX = 300;

type Level = "error" | "warn" | "info" | "debug";

const methods: readonly (readonly [method: Level | "log", level: Level])[] = [
  ["error", "error"],
  ["warn", "warn"],
  ["info", "info"],
  ["log", "info"],
  ["debug", "debug"],
];

/**
 * Next writes failures to the console in full, and a failed query's message has its parameters. From
 * here on what is written there is a line of the log, with the kind of the failure alone.
 */
export function takeOverConsole(): void {
  for (const [method, level] of methods) {
    console[method] = (...given: unknown[]) => write(level, given);
  }
}

function write(level: Level, given: unknown[]): void {
  const failure = given.find((one) => one instanceof Error);
  // What failed in a request is written by `instrumentation.ts`, with its address.
  if (failure && Reflect.has(failure, "digest")) return;
  const text = given.filter((one) => typeof one === "string").join(" ");
  const said = { said: text.slice(0, TEXT_CHARS_MAX) };
  log[level]({ ...said, ...(failure && { failure: describeFailure(failure) }) }, "console");
}
