import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { type Account, handOver } from "./postgres-account";

export const SUPERUSER = "postgres";
export const OWNER_ROLE = "vestibule_owner";
export const APP_ROLE = "vestibule_app";

export type Credentials = { superuser: string; owner: string; app: string };

export type Cluster = { folder: string; credentials: Credentials };

/** The files of the database: as they were left, or new. Safe to interrupt at any point. */
export function prepareCluster(home: string, account: Account, durable: boolean): Cluster {
  const folder = path.join(home, "cluster");
  const isNew = !existsSync(path.join(folder, "PG_VERSION"));
  const credentials = keptCredentials(path.join(home, "credentials.json"), isNew);
  if (isNew) create(home, folder, account, credentials, durable);
  else adoptFiles(folder, account);
  return { folder, credentials };
}

function keptCredentials(file: string, mayCreate: boolean): Credentials {
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Credentials;
  if (!mayCreate) {
    throw new Error(
      `${file} with the database passwords is gone. Put it back, or delete ${path.dirname(file)} to start empty.`,
    );
  }
  const credentials = { superuser: password(), owner: password(), app: password() };
  writeFileSync(`${file}.new`, JSON.stringify(credentials), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return credentials;
}

/** Letters that need no escaping in a URL. */
function password(): string {
  return randomBytes(24).toString("base64url");
}

function create(
  home: string,
  folder: string,
  account: Account,
  credentials: Credentials,
  durable: boolean,
): void {
  for (const name of readdirSync(home)) {
    if (name.startsWith("cluster.new")) {
      rmSync(path.join(home, name), { recursive: true, force: true });
    }
  }
  // Made under another name, so that a half-made cluster is never taken for a whole one.
  const draft = path.join(home, "cluster.new");
  const passwordFile = path.join(home, "cluster.new.password");
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, credentials.superuser, { mode: 0o600 });
    handOver(draft, account);
    handOver(passwordFile, account);
    initdb(account, draft, passwordFile, durable);
    rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initdb(account: Account, folder: string, passwordFile: string, durable: boolean): void {
  const [command = account.binaries.initdb, ...args] = [
    ...account.prefix,
    account.binaries.initdb,
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    ...localeOf(account),
    ...(durable ? [] : ["--no-sync"]),
  ];
  try {
    execFileSync(command, args, { stdio: "pipe", ...account.ids });
  } catch (error) {
    const { stderr, message } = error as Error & { stderr?: Buffer };
    throw new Error(
      `PostgreSQL could not be set up in ${folder} (run as ${account.name}): ` +
        `${stderr?.toString().trim() || message}\n` +
        "Set DATABASE_URL to use a PostgreSQL of your own instead.",
    );
  }
}

/** Sorting that is the same everywhere; before 17 PostgreSQL has none of its own but C. */
function localeOf({ binaries }: Account): string[] {
  const version = execFileSync(binaries.initdb, ["--version"], { encoding: "utf8" });
  const major = Number(/(\d+)/.exec(version)?.[1]);
  if (major < 17) return ["--locale=C"];
  return ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
}

/** Root may run the server under another name than last time; PostgreSQL insists on owning its files. */
function adoptFiles(folder: string, account: Account): void {
  if (process.getuid?.() !== 0) return;
  const ids = { uid: account.ids.uid ?? 0, gid: account.ids.gid ?? 0 };
  if (statSync(folder).uid === ids.uid) return;
  handOver(folder, { ...account, ids });
  chownSync(folder, ids.uid, ids.gid);
}
