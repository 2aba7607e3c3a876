import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": root.replace(/\/$/, ""),
      // The marker throws outside a bundler that knows react-server; tests run on the server side.
      "server-only": `${root}node_modules/server-only/empty.js`,
    },
  },
  test: {
    // By itself Vitest would leave one of two processors idle; most of these tests wait for others.
    maxWorkers: 2,
    // postgres.js asks each new connection for its types, and nobody can catch it where that one is lost:
    // lib/uncaught.ts lets it pass, too.
    onUnhandledError: (error) => !("query" in error && /\bb\.typarray\b/.test(String(error.query))),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["proxy.test.ts", "{app,components,lib,db,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.integration.test.ts"],
          // Thousands of generated inputs take their time where several things run at once.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "emulator",
          include: ["emulator/**/*.test.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["{lib,db,scripts}/**/*.integration.test.ts"],
          globalSetup: ["scripts/testing/database.ts"],
          setupFiles: ["scripts/testing/environment.ts"],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
