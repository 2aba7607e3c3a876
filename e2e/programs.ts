import { runScript } from "@/scripts/stack/process";
import { stack } from "@/scripts/testing/e2e-context";

/** The operator's command, on the portal of this run. @returns what it prints. */
export function admin(...args: string[]): Promise<string> {
  return run("scripts/admin.ts", args);
}

/** Does something the quick way, without a browser. @returns what it prints. */
export function program(name: string, args: string[] = []): Promise<string> {
  return run(`scripts/testing/programs/${name}.ts`, args);
}

/** What a program says that it made. */
export async function made<T>(name: string, args: string[] = []): Promise<T> {
  return JSON.parse(await program(name, args)) as T;
}

function run(script: string, args: string[]): Promise<string> {
  return runScript(script, args, { ...process.env, ...stack().environment });
}
