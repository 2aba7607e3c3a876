// Makes Next's standalone folder whole: the portal's server and commands as plain JavaScript, and of
// packages only those they load (docs/adr/0007). It runs where no source and no npm is.
import { cp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import process from "node:process";
import { nodeFileTrace } from "@vercel/nft";
import { build } from "esbuild";

/** By the names they have in package.json. */
const commands = {
  start: "serve.mjs",
  worker: "worker.ts",
  admin: "admin.ts",
  "db:migrate": "migrate.ts",
};

export async function completeStandalone() {
  const dist = process.env.NEXT_DIST_DIR ?? ".next";
  const compiled = path.join(dist, "commands");
  const target = path.join(dist, "standalone");
  await compile(compiled);
  await copyPackages(compiled, target);
  await cp(compiled, path.join(target, "scripts"), { recursive: true });
  await cp("db/migrations", path.join(target, "db", "migrations"), { recursive: true });
  await cp(path.join(dist, "static"), path.join(target, dist, "static"), { recursive: true });
  // Next's own server would leave out what ours does, and variables come from where it is run.
  for (const file of ["server.js", ".env", ".env.production"]) {
    await rm(path.join(target, file), { force: true });
  }
  await writePackage(target);
}

function compile(outdir) {
  return build({
    entryPoints: Object.values(commands).map((file) => path.join("scripts", file)),
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.9",
    packages: "external",
    jsx: "automatic",
    tsconfig: "tsconfig.scripts.json",
    logLevel: "warning",
  });
}

/**
 * Next has copied itself and what its bundles load; these are the packages of the commands. Whole ones:
 * which of its files a package shows depends on the version of Node that asks.
 */
async function copyPackages(compiled, target) {
  const entries = Object.values(commands).map((file) => path.join(compiled, compiledName(file)));
  const { fileList } = await nodeFileTrace(entries, { ignore: ["node_modules/next/**"] });
  const folders = [...fileList].map(
    (file) => /^(.*node_modules\/(@[^/]+\/)?[^/]+)\//.exec(file)?.[1],
  );
  for (const folder of new Set(folders.filter(Boolean))) {
    await cp(folder, path.join(target, folder), { recursive: true, filter: isLoaded });
  }
}

function isLoaded(file) {
  return !/\.(d\.[cm]?ts|map|md)$/.test(file);
}

/** The same commands by the same names. */
async function writePackage(target) {
  const { name, version, license, engines } = JSON.parse(await readFile("package.json", "utf8"));
  const scripts = {};
  for (const [command, file] of Object.entries(commands)) {
    scripts[command] = `node scripts/${compiledName(file)}`;
  }
  const content = { name, version, private: true, license, type: "module", engines, scripts };
  await writeFile(path.join(target, "package.json"), `${JSON.stringify(content, null, 2)}\n`);
}

function compiledName(file) {
  return `${path.parse(file).name}.mjs`;
}
