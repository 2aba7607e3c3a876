import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lockHolder, waitForLock } from "./lock";
import { root, startProcess } from "./process";
import { sourcesHash } from "./sources";

/** Tests build into a folder of their own, so that they never pull a running portal's files away. */
export const TEST_DIST_DIR = ".next-test";

const LOCK_WAIT_MS = 15 * 60_000;

/** Builds the portal unless that build is there already; with `standalone` in any case. */
export async function buildPortal(options: {
  distDir?: string;
  standalone?: boolean;
  log: (line: string) => void;
}): Promise<"built" | "unchanged"> {
  const { distDir = ".next", standalone = false } = options;
  return withBuildLock(async () => {
    const stamp = path.join(root, distDir, "sources.sha256");
    const hash = sourcesHash();
    const isThere = existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
    if (isThere && !standalone) return "unchanged";
    options.log("Building the portal …");
    const args = standalone ? ["--standalone"] : [];
    await keepingTypeSettings(distDir, () => nextBuild(distDir, args));
    writeFileSync(stamp, hash);
    return "built";
  });
}

/** Everything that writes `next-env.d.ts` or a build takes turns within one checkout. */
export async function withBuildLock<T>(work: () => Promise<T>): Promise<T> {
  // The one folder that a build leaves alone.
  const folder = path.join(root, ".next", "cache");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "build.lock");
  const lock = await waitForLock(file, LOCK_WAIT_MS);
  if (!lock) throw new Error(`Another build (process ${lockHolder(file)}) does not end.`);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

async function nextBuild(distDir: string, args: string[]): Promise<void> {
  rmSync(path.join(root, distDir, "sources.sha256"), { force: true });
  const running = startProcess({
    args: ["scripts/build.mjs", ...args],
    env: {
      ...process.env,
      NEXT_DIST_DIR: distDir === ".next" ? undefined : distDir,
    },
  });
  const code = await running.ended;
  if (code !== 0) throw new Error(`The build failed (exit ${code}):\n${running.tail()}`);
}

/** A build elsewhere points these files at its own types; editors and `tsc` go on reading `.next`. */
async function keepingTypeSettings(distDir: string, work: () => Promise<void>): Promise<void> {
  const files = distDir === ".next" ? [] : ["next-env.d.ts", "tsconfig.json"];
  const kept = files
    .map((name) => path.join(root, name))
    .filter((file) => existsSync(file))
    .map((file) => ({ file, content: readFileSync(file, "utf8") }));
  try {
    await work();
  } finally {
    for (const { file, content } of kept) {
      if (readFileSync(file, "utf8") !== content) writeFileSync(file, content);
    }
  }
}
