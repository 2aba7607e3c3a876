import "server-only";
import type { Logger } from "pino";
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
 * here on what is written there, and what Node warns of, is a line of the log, with its kind alone.
 */
export function takeOverConsole(target: Logger = log): void {
  for (const [method, level] of methods) {
    console[method] = (...given: unknown[]) => write(target, level, given);
  }
  process.removeAllListeners("warning");
  process.on("warning", (warning) => target.warn({ failure: describeFailure(warning) }, "warning"));
}

function write(target: Logger, level: Level, given: unknown[]): void {
  const failure = given.find((one) => one instanceof Error);
  // What failed in a request is written by `instrumentation.ts`, with its address.
  if (failure && Reflect.has(failure, "digest")) return;
  const text = given.filter((one) => typeof one === "string").join(" ");
  const said = { said: text.slice(0, TEXT_CHARS_MAX) };
  target[level]({ ...said, ...(failure && { failure: describeFailure(failure) }) }, "console");
}
