import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { waitUntil } from "@/scripts/stack/alive";
import { freePort } from "@/scripts/stack/ports";
import { root, runScript } from "@/scripts/stack/process";
import { startBalancer } from "./balancer";
import type { Database } from "./database";
import { startSubmissions, submissionsKept } from "./failover-submissions";
import { type Cluster, missingPackages, startCluster } from "./patroni";
import { findProgram, startProgram } from "./program";
import type { Count, Report, Scenario, Setting } from "./scenario";
import { keptWebhooks, lostSaves, startTraffic, type Traffic } from "./traffic";
import { addPortal, startWorld, type World } from "./world";

const BEFORE_MS = 4_000;
const AFTER_MS = 6_000;
const SUBMISSIONS = 12;
/** Patroni lets a primary that is gone keep its office for 20 s (`ttl` of `deploy/patroni.yml`). */
const RECOVERY_S = 40;
const REJOIN_MS = 90_000;

export const failover: Scenario = {
  name: "failover",
  about:
    "the primary under Patroni is killed under load: writing goes on, nothing accepted is lost",
  unable: () => {
    const missing = missingPackages();
    return missing.length > 0 ? `not installed: ${missing.join(", ")}` : undefined;
  },
  run,
};

async function run(setting: Setting): Promise<Report> {
  const cluster = await startCluster(setting);
  const database = await openDatabase(setting, cluster);
  const port = await freePort();
  const environment = { AUTH_URL: `http://localhost:${port}` };
  const world = await startWorld(setting, { database, environment });
  // One portal reaches the primary through HAProxy, the other by the list of both hosts.
  const list = `${cluster.urlFor("app", hostsOf(cluster))}?target_session_attrs=read-write`;
  const several = { ...world.environment, DATABASE_URL: list };
  const other = await addPortal(await freePort(), { setting, environment: several });
  const portals = [...world.portals, other];
  const pids = portals.map((portal) => portal.pid());
  const balancer = await startBalancer(setting, port, portals);
  const traffic = await setting.lifetime.start(() => startTraffic(world, balancer));
  const submissions = await startSubmissions(world, balancer, SUBMISSIONS);

  await sleep(BEFORE_MS);
  const killedAt = performance.now();
  await database.kill();
  setting.note("the primary is killed");
  const promoted = await waitUntil(() => cluster.nodes[1].is("primary"), RECOVERY_S * 1000, 50);
  const promotedS = promoted ? (performance.now() - killedAt) / 1000 : Number.NaN;
  const recovered = await waitUntil(() => writesSince(traffic, killedAt).length > 50, 60_000);
  if (!recovered) setting.note("no write was accepted any more");
  await sleep(AFTER_MS);
  await Promise.all([traffic.stop(), submissions.stop()]);

  const rejoinS = await rejoin(cluster, database);
  const unchanged = portals.every((portal, index) => portal.isUp() && portal.pid() === pids[index]);
  for (const failure of new Set(traffic.failures)) setting.note(`during it: ${failure}`);
  return {
    faults: [
      { what: "primaries killed (Patroni and PostgreSQL, SIGKILL)", seen: 1, atLeast: 1 },
      { what: "standbys promoted", seen: database.recoveries(), atLeast: 1 },
      { what: "requests refused meanwhile", seen: traffic.failures.length, atLeast: 1 },
    ],
    counts: [
      ...(await countWrites(world, traffic)),
      ...(await submissionsKept(world, submissions)),
      { what: "audit log not as it was written", seen: await auditFaults(world), exactly: 0 },
      { what: "portals that ended or were restarted", seen: unchanged ? 0 : 1, exactly: 0 },
      { what: "from the kill to a new primary", seen: promotedS, unit: "s", told: true },
      {
        what: "from the kill to the first write accepted again",
        seen: recoveryS(traffic, killedAt),
        unit: "s",
        atMost: RECOVERY_S,
      },
      { what: "until the old primary was a standby again", seen: rejoinS, unit: "s", told: true },
    ],
  };
}

/** Through HAProxy with `deploy/haproxy-database.cfg`. */
async function openDatabase(setting: Setting, cluster: Cluster): Promise<Database> {
  const { dataDir, lifetime } = setting;
  const [first, second] = cluster.nodes;
  const port = await freePort();
  const through = `127.0.0.1:${port}`;
  const ownerUrl = cluster.urlFor("owner", through);
  await lifetime.start(() =>
    startProgram({
      command: [findProgram("haproxy") ?? "haproxy", "-f", config("haproxy-database.cfg")],
      env: {
        DATABASE_BIND: through,
        DATABASE_1: `127.0.0.1:${first.port}`,
        DATABASE_2: `127.0.0.1:${second.port}`,
        PATRONI_1: `127.0.0.1:${first.apiPort}`,
        PATRONI_2: `127.0.0.1:${second.apiPort}`,
      },
      logFile: path.join(dataDir, "haproxy-database.log"),
      isReady: async () => leadsToPrimary(ownerUrl),
    }),
  );
  const sql = postgres(ownerUrl, { max: 4, onnotice: () => {} });
  const database = {
    appUrl: cluster.urlFor("app", through),
    ownerUrl,
    superuserUrl: cluster.urlFor("superuser", through),
    sql,
    kill: first.kill,
    start: first.start,
    recoveries: () =>
      readFileSync(second.logFile, "utf8").split("selected new timeline").length - 1,
    stop: () => sql.end({ timeout: 1 }),
  };
  return lifetime.start(async () => database);
}

function config(name: string): string {
  return path.join(root, "deploy", name);
}

async function leadsToPrimary(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
  try {
    const [row] = await sql<{ standby: boolean }[]>`select pg_is_in_recovery() as standby`;
    return row?.standby === false;
  } catch {
    return false;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function hostsOf({ nodes }: Cluster): string {
  return nodes.map((node) => `127.0.0.1:${node.port}`).join(",");
}

/** @returns seconds; NaN where it did not */
async function rejoin({ nodes }: Cluster, database: Database): Promise<number> {
  const startedAt = performance.now();
  await database.start();
  if (!(await waitUntil(() => nodes[0].is("sync"), REJOIN_MS, 100))) return Number.NaN;
  return (performance.now() - startedAt) / 1000;
}

function writesSince({ saves, webhooks }: Traffic, since: number): number[] {
  const all = [...saves.acknowledgedAt, ...webhooks.acknowledgedAt];
  return all.filter((at) => at > since).toSorted((a, b) => a - b);
}

/** To the first write after the longest silence: what was under way may still be answered at first. */
function recoveryS(traffic: Traffic, killedAt: number): number {
  const times = [killedAt, ...writesSince(traffic, killedAt)];
  const silences = times.slice(1).map((at, index) => ({ at, ms: at - (times[index] ?? at) }));
  const longest = silences.toSorted((a, b) => b.ms - a.ms)[0];
  return longest ? (longest.at - killedAt) / 1000 : Number.NaN;
}

async function countWrites({ database: { sql } }: World, traffic: Traffic): Promise<Count[]> {
  const { saves, webhooks } = traffic;
  const kept = await keptWebhooks(sql, traffic);
  return [
    { what: "saves acknowledged", seen: saves.acknowledged.length, atLeast: 50 },
    { what: "of them lost", seen: await lostSaves(sql, traffic), exactly: 0 },
    { what: "webhooks acknowledged", seen: webhooks.acknowledged.length, atLeast: 50 },
    { what: "of them lost", seen: kept.lost, exactly: 0 },
    { what: "webhooks kept twice", seen: kept.twice, exactly: 0 },
  ];
}

async function auditFaults({ environment }: World): Promise<number> {
  const verified = runScript("scripts/admin.ts", ["verify-audit"], environment);
  return verified.then(
    () => 0,
    () => 1,
  );
}
