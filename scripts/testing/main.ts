import { complain, say } from "@/scripts/stack/say";
import { checkSteps } from "./checks";
import { stopCommands } from "./command";
import { closingLines, type Outcome, sum } from "./outcome";
import { benchStep, buildStep, chaosStep, e2eStep, vitestStep } from "./runners";
import { runStep, runTogether } from "./steps";

const parts = {
  check: () => runTogether(checkSteps()),
  unit: async () => [await runStep(vitestStep("Unit", ["unit"]))],
  integration: async () => [
    await runStep(vitestStep("Emulator and integration", ["emulator", "integration"])),
  ],
  e2e: runEndToEnd,
  chaos: async () => [await runStep(chaosStep())],
  bench: async () => [await runStep(benchStep())],
};

type Part = keyof typeof parts;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => void stopCommands().then(() => process.exit(130)));
}

const chosen = chosenParts(process.argv.slice(2));
const outcomes: Outcome[] = [];
for (const part of chosen) outcomes.push(...(await parts[part]()));
process.exitCode = report(sum(outcomes));

async function runEndToEnd(): Promise<Outcome[]> {
  const build = await runStep(buildStep());
  if (build.failed.length > 0) {
    say("\n── End to end: not run, because there is no build");
    return [build];
  }
  return [build, await runStep(e2eStep())];
}

function chosenParts(args: string[]): Part[] {
  const all = Object.keys(parts) as Part[];
  const unknown = args.find((arg) => !all.includes(arg as Part));
  if (unknown !== undefined) {
    complain(`${unknown} is not known; choose from ${all.join(", ")}, or give none for all.`);
    process.exit(1);
  }
  return args.length === 0 ? all : all.filter((part) => args.includes(part));
}

function report(total: Outcome): number {
  say("");
  for (const line of closingLines(total)) say(line);
  return total.failed.length > 0 ? 1 : 0;
}
