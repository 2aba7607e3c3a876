import { spawn } from "node:child_process";
import { root } from "./install.mjs";

/** Runs TypeScript of ours with this Node and ends as it ends. */
export function run(script, args) {
  const leash = new URL("./stack/leash.mjs", import.meta.url).href;
  const loaders = ["--conditions=react-server", "--import", leash, "--import", "tsx"];
  const child = spawn(process.execPath, [...loaders, script, ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "pipe"],
    env: { ...process.env, VESTIBULE_LEASH: String(process.pid) },
    windowsHide: true,
  });
  // Ctrl-C reaches the child by itself; SIGTERM and SIGHUP are sent to this process alone.
  process.on("SIGINT", () => undefined);
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.once("exit", (code) => {
    process.exitCode = code ?? 1;
  });
}
