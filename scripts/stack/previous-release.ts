import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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

/**
 * Builds it once, and returns the folder it is in with its own scripts, below this checkout; undefined
 * where it wants other packages than this checkout has, and they cannot be loaded.
 */
export async function buildPreviousRelease(commit: string): Promise<string | undefined> {
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
    if (!(await givePackages(folder))) return undefined;
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

async function givePackages(folder: string): Promise<boolean> {
  const [ours, theirs] = [root, path.join(root, folder)].map((at) =>
    readFileSync(path.join(at, "package-lock.json"), "utf8"),
  );
  if (ours === theirs) {
    const own = path.join(root, folder, "node_modules");
    symlinkSync(path.join(root, "node_modules"), own, "junction");
    return true;
  }
  const install =
    'import("./scripts/install.mjs").then(({ ensureInstalled }) => ensureInstalled())';
  return (await startProcess({ args: ["-e", install], folder, env: process.env }).ended) === 0;
}

function git(args: string[], variables: Record<string, string>): string {
  const env = { ...process.env, ...variables };
  return spawnSync("git", args, { cwd: root, env, encoding: "utf8" }).stdout?.trim() ?? "";
}
