import { withBuildLock } from "@/scripts/stack/build";
import { type CommandResult, runCommand } from "./command";
import type { Outcome } from "./outcome";
import type { Step } from "./steps";

const tools = {
  biome: "node_modules/@biomejs/biome/bin/biome",
  next: "node_modules/next/dist/bin/next",
  tsc: "node_modules/typescript/bin/tsc",
  knip: "node_modules/knip/bin/knip.js",
};

const typescript = ["--import", "./scripts/typescript.mjs"] as const;

/** What needs nothing to run: started together, reported one after the other. */
export function checkSteps(): Step[] {
  return [
    step("Format and lint", () => run(tools.biome, "check", ".")),
    step("Types", () => withBuildLock(checkTypes)),
    step("Dead code", () => run(tools.knip)),
    step("Dependencies", () => run(...typescript, "scripts/audit-dependencies.ts", "--offline")),
  ];
}

async function checkTypes(): Promise<CommandResult> {
  const routes = await run(tools.next, "typegen");
  return routes.code === 0 ? run(tools.tsc, "--noEmit") : routes;
}

function step(name: string, work: () => Promise<CommandResult>): Step {
  return {
    name,
    run: async (): Promise<Outcome> => {
      const { code, output } = await work();
      if (code !== 0) process.stdout.write(`${output}\n`);
      const failed = code === 0 ? [] : [{ name, reason: `exit status ${code}` }];
      return { passed: 1 - failed.length, failed, skipped: [] };
    },
  };
}

function run(...args: string[]): Promise<CommandResult> {
  return runCommand(args, { quiet: true, env: { FORCE_COLOR: colour() } });
}

function colour(): string {
  return process.stdout.isTTY ? "1" : "0";
}
