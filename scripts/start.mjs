// Production start: check the variables, bring the schema up to date, then become the portal.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";

const signals = ["SIGTERM", "SIGINT"];
const node = ["--import", new URL("./typescript.mjs", import.meta.url).href];

if (!existsSync(".next/BUILD_ID")) {
  process.stderr.write("There is no build yet: run `npm run build` first.\n");
  process.exit(1);
}

await run([...node, "scripts/preflight.ts"]);
process.env.NODE_ENV = "production";
await import("./serve.mjs");

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: "inherit" });
    const pass = (signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, pass);
    child.once("exit", (code) => {
      if (code !== 0) process.exit(code ?? 1);
      for (const signal of signals) process.off(signal, pass);
      resolve();
    });
  });
}
