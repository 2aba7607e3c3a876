// The build that is served: Next's own, then every file of it compressed that browsers will load.
import { spawn } from "node:child_process";
import process from "node:process";
import { compressStaticFiles } from "./static-files.mjs";

const next = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
  stdio: "inherit",
  env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
});
next.once("exit", async (code) => {
  if (code === 0) await compressStaticFiles();
  else process.exitCode = code ?? 1;
});
