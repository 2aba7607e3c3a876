// Production start: check the variables, bring the schema up to date, then become the portal.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import process from "node:process";

const node = ["--conditions=react-server", "--import", "tsx"];

if (!existsSync(".next/BUILD_ID")) {
  process.stderr.write("There is no build yet: run `npm run build` first.\n");
  process.exit(1);
}

await run([...node, "scripts/preflight.ts"]);
const portal = spawn(
  process.execPath,
  ["node_modules/next/dist/bin/next", "start", "-p", process.env.PORT ?? "3000"],
  {
    stdio: "inherit",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  },
);
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => portal.kill(signal));
portal.once("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: "inherit" });
    child.once("exit", (code) => (code === 0 ? resolve() : process.exit(code ?? 1)));
  });
}
