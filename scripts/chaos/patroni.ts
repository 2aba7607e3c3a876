import { existsSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { isAlive, waitUntil } from "@/scripts/stack/alive";
import { freePort } from "@/scripts/stack/ports";
import { type Account, chooseAccount, handOver } from "@/scripts/stack/postgres-account";
import { createDatabase, ensureRoles, withConnection } from "@/scripts/stack/postgres-admin";
import { APP_ROLE, OWNER_ROLE, SUPERUSER } from "@/scripts/stack/postgres-cluster";
import { readPostmaster } from "@/scripts/stack/postmaster";
import { root } from "@/scripts/stack/process";
import { findProgram, isExecutable, type Program, startProgram } from "./program";
import type { Setting } from "./scenario";

/** Throw-away, and reachable from this machine alone. */
const PASSWORD = "only-here";
const NAME = "vestibule";
const DEBIAN = "/usr/lib/postgresql";
const VERSION_MIN = 15;
const UP_MS = 90_000;
const DEATH_MS = 10_000;

/** One machine's worth: Patroni and the PostgreSQL it keeps. */
type Node = {
  name: string;
  port: number;
  /** Of Patroni's own HTTP interface. */
  apiPort: number;
  /** What Patroni and PostgreSQL say. */
  logFile: string;
  start: () => Promise<void>;
  /** SIGKILL of Patroni and of the postmaster, as when a machine is gone. */
  kill: () => Promise<void>;
  /** `/primary`, `/replica`, `/sync`: whether Patroni answers 200 there. */
  is: (role: "primary" | "replica" | "sync") => Promise<boolean>;
  stop: () => Promise<void>;
};

/** Two nodes with etcd, set up by `deploy/patroni.yml`, the second a synchronous standby. */
export type Cluster = {
  nodes: readonly [Node, Node];
  urlFor: (role: Role, hosts: string) => string;
};

type Role = "superuser" | "owner" | "app";

const users = { superuser: SUPERUSER, owner: OWNER_ROLE, app: APP_ROLE };

/** What is not installed of what this needs. */
export function missingPackages(): string[] {
  const programs = { haproxy: "haproxy", "etcd-server": "etcd", patroni: "patroni" };
  const missing = Object.entries(programs).filter(([, program]) => !findProgram(program));
  return [
    ...missing.map(([name]) => name),
    ...(postgresFolder() ? [] : [`postgresql (${VERSION_MIN} or newer)`]),
  ];
}

export async function startCluster(setting: Setting): Promise<Cluster> {
  const { dataDir, lifetime } = setting;
  const home = path.join(dataDir, "patroni");
  mkdirSync(home, { mode: 0o700 });
  const account = chooseAccount(home);
  handOver(home, account);
  const etcdPort = await lifetime.start(() => startEtcd(dataDir)).then(({ port }) => port);
  const starting = { home, account, etcdPort };
  const first = await makeNode("db1", starting);
  const second = await makeNode("db2", starting);
  for (const node of [first, second]) {
    await lifetime.start(async () => {
      await node.start();
      return node;
    });
    // The first becomes the primary, and the second copies it.
    if (node === first) await until("a primary", () => first.is("primary"));
  }
  await until("a synchronous standby", () => second.is("sync"));
  const urlFor = (role: Role, hosts: string) =>
    `postgres://${users[role]}:${PASSWORD}@${hosts}/${NAME}`;
  await withConnection(
    `postgres://${SUPERUSER}:${PASSWORD}@127.0.0.1:${first.port}/postgres`,
    async (sql) => {
      await ensureRoles(sql, { superuser: PASSWORD, owner: PASSWORD, app: PASSWORD });
      await createDatabase(sql, NAME);
    },
  );
  return { nodes: [first, second], urlFor };
}

type Starting = { home: string; account: Account; etcdPort: number };

async function startEtcd(dataDir: string): Promise<Program & { port: number }> {
  const [port, peerPort] = [await freePort(), await freePort()];
  const [client, peer] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${peerPort}`];
  const started = await startProgram({
    command: [
      findProgram("etcd") ?? "etcd",
      ...["--name", "etcd1", "--data-dir", path.join(dataDir, "etcd")],
      ...["--listen-client-urls", client, "--advertise-client-urls", client],
      ...["--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer],
      ...["--initial-cluster", `etcd1=${peer}`],
    ],
    logFile: path.join(dataDir, "etcd.log"),
    isReady: () => answers(`${client}/health`),
  });
  return { ...started, port };
}

async function makeNode(name: string, { home, account, etcdPort }: Starting): Promise<Node> {
  const [port, apiPort] = [await freePort(), await freePort()];
  const folder = path.join(home, name);
  mkdirSync(folder, { mode: 0o700 });
  handOver(folder, account);
  const data = path.join(folder, "data");
  const logFile = path.join(home, `${name}.log`);
  const [api, database] = [`127.0.0.1:${apiPort}`, `127.0.0.1:${port}`];
  const env = {
    PATRONI_NAME: name,
    PATRONI_ETCD3_HOSTS: `127.0.0.1:${etcdPort}`,
    PATRONI_RESTAPI_LISTEN: api,
    PATRONI_RESTAPI_CONNECT_ADDRESS: api,
    PATRONI_POSTGRESQL_LISTEN: database,
    PATRONI_POSTGRESQL_CONNECT_ADDRESS: database,
    PATRONI_POSTGRESQL_DATA_DIR: data,
    PATRONI_POSTGRESQL_BIN_DIR: postgresFolder(),
    PATRONI_POSTGRESQL_PGPASS: path.join(folder, "pgpass"),
    PATRONI_SUPERUSER_USERNAME: SUPERUSER,
    PATRONI_SUPERUSER_PASSWORD: PASSWORD,
    PATRONI_REPLICATION_USERNAME: "replicator",
    PATRONI_REPLICATION_PASSWORD: PASSWORD,
  };
  let running: Program | undefined;
  return {
    name,
    port,
    apiPort,
    logFile,
    is: (role) => answers(`http://${api}/${role}`),
    start: async () => {
      running = await startProgram({
        command: [findProgram("patroni") ?? "patroni", path.join(root, "deploy", "patroni.yml")],
        env,
        account,
        logFile,
        isReady: () => answers(`http://${api}/liveness`),
      });
    },
    kill: async () => {
      const postmaster = readPostmaster(data)?.pid ?? 0;
      if (!running?.isUp() || !isAlive(postmaster)) throw new Error(`${name} is not up.`);
      process.kill(postmaster, "SIGKILL");
      await running.kill();
      const isOver = () => !running?.isUp() && !isAlive(postmaster);
      if (!(await waitUntil(isOver, DEATH_MS))) throw new Error(`${name} outlived a SIGKILL.`);
    },
    // Nothing of it is kept, so nobody waits for its last checkpoint.
    stop: async () => {
      await running?.kill();
      const left = readPostmaster(data)?.pid ?? 0;
      if (left > 0 && isAlive(left)) process.kill(left, "SIGKILL");
    },
  };
}

/** Debian's newest server that is new enough; the one of the tests cannot copy or rewind. */
function postgresFolder(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  return versions
    .filter((version) => version >= VERSION_MIN)
    .toSorted((a, b) => b - a)
    .map((version) => path.join(DEBIAN, String(version), "bin"))
    .find((folder) => isExecutable(path.join(folder, "pg_basebackup")));
}

async function answers(address: string): Promise<boolean> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  if (!(await waitUntil(condition, UP_MS, 100))) throw new Error(`Patroni has not made ${what}.`);
}
