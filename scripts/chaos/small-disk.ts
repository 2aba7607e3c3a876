import { execFileSync } from "node:child_process";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";

const MOUNT = "vestibule-chaos";

export type SmallDisk = {
  /** Takes all the space that is left. */
  fill: () => void;
  free: () => void;
  /** How often the server has written that there is no space. */
  refusals: () => number;
  stop: () => Promise<void>;
};

/** Why this machine lets us mount nothing, if it does not. */
export function cannotMount(): string | undefined {
  const folder = mkdtempSync(path.join(os.tmpdir(), "vestibule-mount-"));
  try {
    mount(folder, 1);
    unmount(folder);
    return undefined;
  } catch {
    return (
      "it mounts a small file system, which takes root " +
      "(unshare -Urm npm run chaos -- --only disk-full gives an ordinary user that)"
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file system of its own for the cluster in `dataDir`; the server's log lies outside of it. */
export function mountSmallDisk(dataDir: string, megabytes: number): SmallDisk {
  const home = path.join(dataDir, "postgres");
  const ballast = path.join(home, "ballast");
  const log = path.join(dataDir, "server.log");
  mkdirSync(home, { mode: 0o700 });
  mount(home, megabytes);
  writeFileSync(log, "");
  symlinkSync(log, path.join(home, "server.log"));
  return {
    fill: () => fillUp(ballast),
    free: () => rmSync(ballast),
    refusals: () => readFileSync(log, "utf8").split("No space left on device").length - 1,
    stop: async () => unmount(home),
  };
}

function fillUp(file: string): void {
  const descriptor = openSync(file, "a");
  try {
    for (let bytes = 1 << 20; bytes >= 1; bytes >>= 4) writeUntilRefused(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function writeUntilRefused(descriptor: number, bytes: number): void {
  const chunk = Buffer.alloc(bytes);
  try {
    for (;;) writeSync(descriptor, chunk);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") throw error;
  }
}

function mount(folder: string, megabytes: number): void {
  const options = `size=${megabytes}m,mode=0700`;
  execFileSync("mount", ["-t", "tmpfs", "-o", options, MOUNT, folder], { stdio: "pipe" });
}

function unmount(folder: string): void {
  execFileSync("umount", ["--lazy", folder], { stdio: "pipe" });
}
