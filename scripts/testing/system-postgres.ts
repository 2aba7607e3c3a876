import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Binaries } from "@/scripts/stack/postgres-binaries";

const DEBIAN = "/usr/lib/postgresql";
const NEEDED = ["initdb", "postgres", "pg_dump", "pg_restore"];

export type SystemPostgres = { version: string; folder: string; binaries: Binaries };

/** The newest PostgreSQL of Debian's packages with server and tools; undefined where none is whole. */
export function systemPostgres(): SystemPostgres | undefined {
  if (!existsSync(DEBIAN)) return undefined;
  const versions = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
  const version = versions.find((one) =>
    NEEDED.every((tool) => existsSync(path.join(DEBIAN, one, "bin", tool))),
  );
  if (version === undefined) return undefined;
  const root = path.join(DEBIAN, version);
  const folder = path.join(root, "bin");
  const binaries = {
    root,
    initdb: path.join(folder, "initdb"),
    postgres: path.join(folder, "postgres"),
  };
  return { version, folder, binaries };
}
