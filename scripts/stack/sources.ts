import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { root } from "./process";

const folders = ["app", "components", "db", "lib", "public"];
const files = [
  ".env",
  ".env.local",
  ".env.production",
  "instrumentation.ts",
  "next.config.mjs",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "scripts/build.mjs",
  "scripts/serve/static-files.mjs",
  "tsconfig.json",
];

/** Changes when anything that a build depends on changes. */
export function sourcesHash(): string {
  const hash = createHash("sha256");
  const names = [...files, ...folders.flatMap((folder) => filesBelow(folder))];
  for (const name of names.sort()) {
    const file = path.join(root, name);
    if (!existsSync(file)) continue;
    hash.update(`${name}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(folder: string): string[] {
  const start = path.join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)));
}
