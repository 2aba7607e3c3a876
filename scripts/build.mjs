// The build that is served: Next's own, then every file of it made ready that browsers will load.
// With --standalone also as a folder that runs by itself (deploy/Dockerfile).
import { spawn } from "node:child_process";
import process from "node:process";
import { prepareStaticFiles } from "./serve/static-files.mjs";
import { completeStandalone } from "./standalone.mjs";

const standalone = process.argv.includes("--standalone");

const next = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
  stdio: "inherit",
  env: {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    BUILD_STANDALONE: standalone ? "1" : "",
  },
});
next.once("exit", async (code) => {
  if (code !== 0) {
    process.exitCode = code ?? 1;
    return;
  }
  await prepareStaticFiles();
  if (standalone) await completeStandalone();
});
