import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isAlive, startMark, waitUntil } from "./alive";

export type Lock = { release(): void };

type Owner = { pid: number; started: string; token: string };

/** Undefined while a live process holds the lock. One left by a killed process is taken over. */
export function tryLock(path: string): Lock | undefined {
  const owner: Owner = {
    pid: process.pid,
    started: startMark(process.pid),
    token: randomUUID(),
  };
  const draft = `${path}.${owner.token}`;
  writeFileSync(draft, JSON.stringify(owner), { mode: 0o600 });
  try {
    if (!claim(draft, path)) return undefined;
  } finally {
    rmSync(draft, { force: true });
  }
  return { release: () => release(path, owner.token) };
}

export async function waitForLock(path: string, timeoutMs: number): Promise<Lock | undefined> {
  let lock: Lock | undefined;
  await waitUntil(
    () => {
      lock = tryLock(path);
      return lock !== undefined;
    },
    timeoutMs,
    200,
  );
  return lock;
}

export function lockHolder(path: string): number | undefined {
  return readOwner(path)?.pid;
}

function claim(draft: string, path: string): boolean {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      // A hard link appears complete or not at all, so nobody reads a half-written lock.
      linkSync(draft, path);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = readOwner(path);
    if (holder && isHeld(holder)) return false;
    if (!moveAside(path, holder)) return false;
  }
  return false;
}

/** False when, between reading and moving, somebody else had taken the lock: it is put back. */
function moveAside(path: string, stale: Owner | undefined): boolean {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch {
    return true;
  }
  const moved = readOwner(aside);
  const intact = moved?.token === stale?.token;
  if (!intact) {
    try {
      linkSync(aside, path);
    } catch {
      // A third process was faster; it is the holder now.
    }
  }
  rmSync(aside, { force: true });
  return intact;
}

function release(path: string, token: string): void {
  if (readOwner(path)?.token === token) rmSync(path, { force: true });
}

function isHeld(owner: Owner): boolean {
  return isAlive(owner.pid) && startMark(owner.pid) === owner.started;
}

function readOwner(path: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Owner;
  } catch {
    return undefined;
  }
}
