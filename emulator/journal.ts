import {
  closeSync,
  existsSync,
  fdatasyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";

type Line = { kind: string; id: string; value: unknown };

export type Journal = {
  entries: (kind: string) => Map<string, unknown>;
  put: (kind: string, id: string, value: unknown) => void;
  remove: (kind: string, id: string) => void;
  /** Blocks until everything written so far is on the disk. */
  sync: () => void;
  clear: () => void;
  close: () => void;
};

/** Dead lines tolerated before the file is rewritten while running. */
const DEAD_LINES_MAX = 50_000;

/**
 * Append-only storage: one JSON line per changed entity, the last line of an entity wins.
 * A write is in the kernel before `put` returns, so SIGKILL loses nothing.
 *
 * @param caps how many of the newest entries to keep of a kind; kinds not named keep all.
 */
export function openJournal(path: string, caps: Record<string, number>): Journal {
  mkdirSync(dirname(path), { recursive: true });
  const kinds = load(path);
  let descriptor = rewrite(path, kinds);
  let dead = 0;

  function entries(kind: string): Map<string, unknown> {
    const known = kinds.get(kind) ?? new Map<string, unknown>();
    kinds.set(kind, known);
    return known;
  }

  function append(line: object): void {
    writeAll(descriptor, `${JSON.stringify(line)}\n`);
    dead += 1;
    if (dead > DEAD_LINES_MAX) compact();
  }

  function compact(): void {
    closeSync(descriptor);
    descriptor = rewrite(path, kinds);
    dead = 0;
  }

  return {
    entries,
    put(kind, id, value) {
      const known = entries(kind);
      known.set(id, value);
      const cap = caps[kind];
      if (cap !== undefined && known.size > cap) dropOldest(known);
      append({ kind, id, value });
    },
    remove(kind, id) {
      if (entries(kind).delete(id)) append({ kind, id });
    },
    sync: () => fdatasyncSync(descriptor),
    clear() {
      for (const known of kinds.values()) known.clear();
      compact();
    },
    close: () => closeSync(descriptor),
  };
}

function load(path: string): Map<string, Map<string, unknown>> {
  const kinds = new Map<string, Map<string, unknown>>();
  if (!existsSync(path)) return kinds;

  const lines = readFileSync(path, "utf8").split("\n");
  // Whatever follows the last line break was torn by a crash and was never acknowledged.
  lines.pop();
  for (const text of lines) {
    const line = parseLine(text);
    const known = kinds.get(line.kind) ?? new Map<string, unknown>();
    kinds.set(line.kind, known);
    if (line.value === undefined) known.delete(line.id);
    else known.set(line.id, line.value);
  }
  return kinds;
}

function parseLine(text: string): Line {
  // Only this file writes the journal, so the shape holds.
  return JSON.parse(text) as Line;
}

function rewrite(path: string, kinds: Map<string, Map<string, unknown>>): number {
  const temporary = `${path}.tmp`;
  const descriptor = openSync(temporary, "w", 0o600);
  for (const [kind, known] of kinds) {
    for (const [id, value] of known) {
      writeAll(descriptor, `${JSON.stringify({ kind, id, value })}\n`);
    }
  }
  fdatasyncSync(descriptor);
  renameSync(temporary, path);
  return descriptor;
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) written += writeSync(descriptor, bytes, written);
}

function dropOldest(known: Map<string, unknown>): void {
  const [oldest] = known.keys();
  if (oldest !== undefined) known.delete(oldest);
}
