import { spawn } from "node:child_process";
import { root } from "./install.mjs";

/** Runs TypeScript of ours with this Node and ends as it ends. */
export function run(script, args) {
  const leash = new URL("./stack/leash.mjs", import.meta.url).href;
  const typescript = new URL("./typescript.mjs", import.meta.url).href;
  const loaders = ["--import", leash, "--import", typescript];
  const child = spawn(process.execPath, [...loaders, script, ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "pipe"],
    env: { ...process.env, VESTIBULE_LEASH: String(process.pid) },
    windowsHide: true,
  });
  // Ctrl-C in a terminal reaches the child by itself as well; hearing of it twice does no harm.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => child.kill(signal));
  }
  // npm hands a signal to its shell, which dies of it and tells nobody: then nothing is left to end us.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) {
    setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
  }
  child.once("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}
