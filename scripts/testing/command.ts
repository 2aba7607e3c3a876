import { type RunningProcess, startProcess } from "@/scripts/stack/process";

export type CommandResult = { code: number; output: string };

const STOP_MS = 8000;

const running = new Set<RunningProcess>();

/** Runs a tool with this Node. Its output is passed on as it comes, or returned when `quiet`. */
export async function runCommand(
  args: string[],
  options: { env?: Record<string, string>; quiet?: boolean } = {},
): Promise<CommandResult> {
  const lines: string[] = [];
  const child = startProcess({
    args,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...options.env },
    onLine: (line) => {
      if (options.quiet) lines.push(line);
      else process.stdout.write(`${line}\n`);
    },
  });
  running.add(child);
  const code = await child.ended;
  running.delete(child);
  return { code, output: lines.join("\n") };
}

/** Test runners take back what they set up when they are interrupted, not when they are terminated. */
export async function stopCommands(): Promise<void> {
  const options = { signal: "SIGINT", timeoutMs: STOP_MS } as const;
  await Promise.all([...running].map((child) => child.stop(options)));
}
