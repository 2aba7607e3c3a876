import { mkdirSync } from "node:fs";
import path from "node:path";
import type postgres from "postgres";
import { isAlive, waitUntil } from "./alive";
import { type Lock, lockHolder, tryLock } from "./lock";
import { chooseAccount } from "./postgres-account";
import { createDatabase, ensureRoles, urlOf, withSuperuser } from "./postgres-admin";
import type { Binaries } from "./postgres-binaries";
import { APP_ROLE, type Cluster, OWNER_ROLE, prepareCluster, SUPERUSER } from "./postgres-cluster";
import { launchServer, type Server, watchOver } from "./postgres-server";
import { readPostmaster, stopPostmaster, survivingPostmaster } from "./postmaster";

export type Postgres = {
  port: number;
  /** Of the server process; a test may kill it. */
  pid: number;
  /** True when a server left over from a killed launcher was taken over. */
  adopted: boolean;
  /** May do everything, as making a copy of a database for each test file. */
  superuserUrl(database: string): string;
  ownerUrl(database: string): string;
  appUrl(database: string): string;
  /** Does nothing when the database exists. */
  createDatabase(name: string, template?: string): Promise<void>;
  dropDatabase(name: string): Promise<void>;
  isRunning(): boolean;
  stop(): Promise<void>;
};

export type PostgresOptions = {
  /** The cluster lives in `<dataDir>/postgres`. */
  dataDir: string;
  log?: (line: string) => void;
  /** A fixed port, as for a restart behind a running portal. Default: a free one. */
  port?: number;
  /** False trades safety against power loss for speed; for throw-away data only. Default true. */
  durable?: boolean;
  /** Of a PostgreSQL of the system's. Default: what npm installed. */
  binaries?: Binaries;
};

/** Throws while another process uses the same folder. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const home = path.resolve(options.dataDir, "postgres");
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const lock = lockHome(home);
  try {
    return await startLocked(home, lock, options);
  } catch (error) {
    lock.release();
    throw error;
  }
}

function lockHome(home: string): Lock {
  const file = path.join(home, "lock");
  let lock: Lock | undefined;
  try {
    lock = tryLock(file);
  } catch (error) {
    throw new Error(`${home} cannot be written (${(error as Error).message}). Set DATA_DIR.`);
  }
  if (lock) return lock;
  throw new Error(
    `The database in ${home} is already running (process ${lockHolder(file)}). ` +
      "Stop that one, or set DATA_DIR to another folder.",
  );
}

async function startLocked(home: string, lock: Lock, options: PostgresOptions): Promise<Postgres> {
  const durable = options.durable ?? true;
  const account = chooseAccount(home, options.binaries);
  options.log?.(`PostgreSQL runs as ${account.name}.`);
  const cluster = prepareCluster(home, account, durable);
  const adopted = await adoptable(cluster, options.port);
  const server =
    adopted ??
    (await launchServer({
      account,
      folder: cluster.folder,
      logFile: path.join(home, "server.log"),
      durable,
      ...(options.port === undefined ? {} : { port: options.port }),
    }));
  options.log?.(`PostgreSQL ${adopted ? "taken over" : "started"} on port ${server.port}.`);
  const release = superviseExit(server.pid, lock);
  try {
    await withSuperuser(server.port, cluster.credentials, (sql) =>
      ensureRoles(sql, cluster.credentials),
    );
  } catch (error) {
    await stopPostmaster(server.pid);
    release();
    throw error;
  }
  return handle(server, cluster, adopted !== undefined, release);
}

/** A server that is just going down is waited for; one that does not answer to us is stopped. */
async function adoptable(cluster: Cluster, port: number | undefined): Promise<Server | undefined> {
  const survivor = survivingPostmaster(cluster.folder);
  if (!survivor) return undefined;
  const answers =
    survivor.ready &&
    (port === undefined || port === survivor.port) &&
    (await servesCluster(survivor.port, cluster));
  // The answer may have come in the last moment before its watcher stopped it.
  const settled = await waitUntil(
    () => !readPostmaster(cluster.folder)?.ready || !isAlive(survivor.pid),
    answers ? 100 : 0,
  );
  if (answers && !settled) return { pid: survivor.pid, port: survivor.port };
  await stopPostmaster(survivor.pid);
  return undefined;
}

async function servesCluster(port: number, cluster: Cluster): Promise<boolean> {
  try {
    const folder = await withSuperuser(port, cluster.credentials, async (sql) => {
      const [row] = await sql<
        { folder: string }[]
      >`select current_setting('data_directory') as folder`;
      return row?.folder;
    });
    return folder === cluster.folder;
  } catch {
    return false;
  }
}

/** Whatever way this process ends, the server is told to stop and the lock is given back. */
function superviseExit(pid: number, lock: Lock): () => void {
  const watcher = watchOver(pid);
  const onExit = () => {
    try {
      process.kill(pid, "SIGINT");
    } catch {
      // It is gone already.
    }
    lock.release();
  };
  // Before anybody removes the folder it works in.
  process.prependOnceListener("exit", onExit);
  return () => {
    process.off("exit", onExit);
    watcher.dismiss();
    lock.release();
  };
}

function handle(server: Server, cluster: Cluster, adopted: boolean, release: () => void): Postgres {
  const { credentials } = cluster;
  const admin = <T>(work: (sql: postgres.Sql) => Promise<T>) =>
    withSuperuser(server.port, credentials, work);
  return {
    port: server.port,
    pid: server.pid,
    adopted,
    superuserUrl: (database) => urlOf(server.port, SUPERUSER, credentials.superuser, database),
    ownerUrl: (database) => urlOf(server.port, OWNER_ROLE, credentials.owner, database),
    appUrl: (database) => urlOf(server.port, APP_ROLE, credentials.app, database),
    createDatabase: (name, template) => admin((sql) => createDatabase(sql, name, template)),
    dropDatabase: (name) =>
      admin(async (sql) => {
        await sql`drop database if exists ${sql(name)} with (force)`;
      }),
    isRunning: () => isAlive(server.pid),
    stop: async () => {
      await stopPostmaster(server.pid);
      release();
    },
  };
}
