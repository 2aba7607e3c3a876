import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { root } from "./process";

const APT = "/usr/bin/apt-get";

export type Browser = { path: string; origin: string };

const onLinux = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
];

const elsewhere: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  ],
};

/** A Chromium for the tests, installed where that is possible. Throws where there is no way. */
export async function findBrowser(log: (line: string) => void): Promise<Browser> {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (isExecutable(chosen)) return { path: chosen, origin: "CHROMIUM_PATH" };
    throw new Error(`CHROMIUM_PATH is ${chosen}, which cannot be run.`);
  }
  return (
    onSystem() ?? (await fromPlaywright()) ?? fromDebian(log) ?? (await downloaded(log)) ?? giveUp()
  );
}

function onSystem(): Browser | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter).concat("/usr/bin", "/snap/bin");
  const candidates = [
    ...onLinux.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...(elsewhere[process.platform] ?? []),
  ];
  const found = candidates.find((candidate) => path.isAbsolute(candidate) && works(candidate));
  return found ? { path: found, origin: "found on this system" } : undefined;
}

async function fromPlaywright(): Promise<Browser | undefined> {
  const { chromium } = await import("@playwright/test");
  const whole = chromium.executablePath();
  const found = [...shellsBeside(whole), whole].find((candidate) => works(candidate));
  return found ? { path: found, origin: "Playwright's cache" } : undefined;
}

/** The headless shell lives in a folder beside the whole browser, under the same revision. */
function shellsBeside(whole: string): string[] {
  const [, cache, revision] = /^(.*)[/\\]chromium-(\d+)[/\\]/.exec(whole) ?? [];
  if (!cache || !revision) return [];
  const folder = path.join(cache, `chromium_headless_shell-${revision}`);
  if (!existsSync(folder)) return [];
  const program =
    process.platform === "win32" ? "chrome-headless-shell.exe" : "chrome-headless-shell";
  return readdirSync(folder).map((name) => path.join(folder, name, program));
}

function fromDebian(log: (line: string) => void): Browser | undefined {
  if (process.getuid?.() !== 0 || !existsSync(APT)) return undefined;
  log("No browser found; installing Debian's with apt-get …");
  const apt = (...args: string[]) =>
    spawnSync(APT, ["-q", "-y", "-o", "DPkg::Lock::Timeout=120", ...args], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      timeout: 600_000,
    }).status === 0;
  apt("update");
  for (const name of ["chromium-headless-shell", "chromium"]) {
    if (!apt("install", "--no-install-recommends", name)) continue;
    const found = onSystem();
    if (found) return { ...found, origin: `installed with apt-get (${name})` };
  }
  return undefined;
}

async function downloaded(log: (line: string) => void): Promise<Browser | undefined> {
  log("No browser found; downloading Playwright's …");
  const cli = path.join(root, "node_modules/@playwright/test/cli.js");
  spawnSync(process.execPath, [cli, "install", "--only-shell", "chromium"], {
    stdio: ["ignore", "inherit", "inherit"],
    timeout: 600_000,
  });
  const found = await fromPlaywright();
  return found && { ...found, origin: "downloaded by Playwright" };
}

function giveUp(): never {
  throw new Error(
    "The end-to-end tests need Chrome or Chromium. Install one " +
      "(Debian and Ubuntu: apt-get install chromium-headless-shell), " +
      "or set CHROMIUM_PATH to its program.",
  );
}

/** Ubuntu ships a `chromium` that only says it moved to snap, so being there is not enough. */
function works(file: string): boolean {
  if (!isExecutable(file)) return false;
  if (process.platform === "win32") return true;
  return (
    spawnSync(file, ["--version", "--no-sandbox"], { stdio: "ignore", timeout: 20_000 }).status ===
    0
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
