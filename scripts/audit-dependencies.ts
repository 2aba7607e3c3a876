import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { root } from "@/scripts/stack/process";
import { complain, say } from "@/scripts/stack/say";
import { findProblems } from "@/scripts/testing/dependencies";

/** What would be installed, held against what is known here; without `--offline` also against the registry. */
const problems = findProblems(readJson("package.json"), readJson("package-lock.json"));
for (const problem of problems) complain(problem);
if (problems.length > 0) process.exitCode = 1;
else
  say("Dependencies: exact versions, none below its floor, no foreign address, no unknown script.");

if (!process.argv.includes("--offline")) askRegistry();

/** Printed and no more: advisories come between a commit and its release, and the registry may be away. */
function askRegistry(): void {
  const args = ["audit", "--omit=dev", "--audit-level=high", "--fetch-retries=0"];
  const { stdout, stderr, status } = spawnSync("npm", args, { cwd: root, encoding: "utf8" });
  if (status !== 0 && !stdout.includes("severity")) {
    say("The registry does not answer questions about advisories from here.");
    const [reason = ""] = stderr.split("\n").filter((line) => line.includes("audit"));
    if (reason) say(reason);
    return;
  }
  say(stdout.trim());
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(path.join(root, file), "utf8")) as T;
}
