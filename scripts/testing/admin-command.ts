import { spawn } from "node:child_process";
import { root } from "@/scripts/stack/process";

export type Answer = { code: number | null; stdout: string; stderr: string };

/** `npm run admin` with these arguments, and with variables beside those of this process. */
export function runCommand(args: string[], variables: Record<string, string>): Promise<Answer> {
  const command = ["--import", "./scripts/typescript.mjs", "scripts/admin.ts", ...args];
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: { ...process.env, ...variables },
  });
  const answer = { stdout: "", stderr: "" };
  child.stdout.on("data", (text) => {
    answer.stdout += text;
  });
  child.stderr.on("data", (text) => {
    answer.stderr += text;
  });
  return new Promise((resolve) => {
    child.once("close", (code) => resolve({ code, ...answer }));
  });
}
