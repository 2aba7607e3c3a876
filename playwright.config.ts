import { defineConfig } from "@playwright/test";
import { runningStack } from "./scripts/testing/e2e-context";

const isRoot = process.getuid?.() === 0;

// A browser that looks for updates or services would wait for a network that may not be there.
const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./scripts/testing/e2e-stack.ts",
  workers: 2,
  fullyParallel: true,
  // A run that nobody watches tries again what failed once, and says so (scripts/testing/runners.ts).
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  // A busy machine may be slow; a test that hangs still ends.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    ...(process.env.CHROMIUM_PATH === undefined
      ? {}
      : { launchOptions: launchOptions(process.env.CHROMIUM_PATH) }),
    ...(runningStack() === undefined ? {} : { baseURL: runningStack()?.portalUrl ?? "" }),
    locale: "en-US",
    timezoneId: "UTC",
    trace: "retain-on-failure",
  },
  projects: process.env.SCREENS
    ? [{ name: "screens", use: { browserName: "chromium" }, testMatch: "sweep/screens.ts" }]
    : [
        { name: "chromium", use: { browserName: "chromium" }, teardown: "leaks" },
        { name: "leaks", use: { browserName: "chromium" }, testMatch: "leaks.teardown.ts" },
      ],
});

function launchOptions(executablePath: string) {
  return { executablePath, args: isRoot ? ["--no-sandbox", ...quiet] : quiet };
}
