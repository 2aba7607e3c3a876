import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withBuildLock } from "./build";
import { root, startProcess } from "./process";

/** A build of this one leaves it alone. */
const FOLDER = path.join(".next", "cache", "previous-release");

/** The commit before the one that brought the newest migration; undefined without its history. */
export function previousCommit(): string | undefined {
  const [commit] = git(
    ["log", "-1", "--diff-filter=A", "--format=%P", "--", "db/migrations/*.sql"],
    {},
  ).split(/\s/);
  const isHere = commit && git(["cat-file", "-t", commit], {}).startsWith("commit");
  return isHere ? commit : undefined;
}

/** Builds it once, and returns the folder it is in with its own scripts, below this checkout. */
export async function buildPreviousRelease(commit: string): Promise<string> {
  const folder = path.join(FOLDER, commit);
  const at = path.join(root, folder);
  return withBuildLock(async () => {
    const built = path.join(at, ".built");
    if (existsSync(built)) return folder;
    rmSync(path.join(root, FOLDER), { recursive: true, force: true });
    mkdirSync(at, { recursive: true });
    // An index of its own: nothing that git knows about this checkout changes.
    const index = { GIT_INDEX_FILE: path.join(root, FOLDER, "index") };
    git(["read-tree", commit], index);
    git(["checkout-index", "--all", `--prefix=${at}/`], index);
    symlinkSync(path.join(root, "node_modules"), path.join(at, "node_modules"), "junction");
    const building = startProcess({
      args: ["scripts/build.mjs"],
      folder,
      env: { ...process.env, NEXT_DIST_DIR: undefined },
    });
    const code = await building.ended;
    if (code !== 0) throw new Error(`${commit} does not build (exit ${code}):\n${building.tail()}`);
    writeFileSync(built, "");
    return folder;
  });
}

function git(args: string[], variables: Record<string, string>): string {
  const env = { ...process.env, ...variables };
  return spawnSync("git", args, { cwd: root, env, encoding: "utf8" }).stdout?.trim() ?? "";
}
