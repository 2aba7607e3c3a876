import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { runScript } from "@/scripts/stack/process";
import { bankEvent } from "@/scripts/testing/deliveries";
import { keepDoing, secondsUntil } from "./load";
import type { Report, Scenario, Setting } from "./scenario";
import { cannotMount, mountSmallDisk } from "./small-disk";
import { signIn } from "./staff";
import { staffTypists, type Typist } from "./typist";
import { makeCustomers, startWorld, type World } from "./world";

const MEGABYTES = 256;
/** Of each webhook and each save, and nothing that can be compressed: a page is soon full. */
const PADDING_BYTES = 1_500;
const BACK_S = 30;

export const disk: Scenario = {
  name: "disk-full",
  about: "the database's disk is full: what cannot be kept is refused, and nothing else is lost",
  unable: cannotMount,
  run,
};

async function run(setting: Setting): Promise<Report> {
  const { smoke, random, dataDir, lifetime, note } = setting;
  const small = mountSmallDisk(dataDir, MEGABYTES);
  await lifetime.start(async () => small);
  const world = await startWorld(setting);
  const pids = world.portals.map((portal) => portal.pid());
  const staff = await signIn(world);
  const typists = staffTypists(staff, await makeCustomers(world, "DRAFT", 6), PADDING_BYTES);
  const load = startLoad(world, typists, random);
  const times = { back: 0, restarts: 0 };
  for (let round = 1; round <= (smoke ? 1 : 3); round++) {
    await sleep(2_000);
    const before = small.refusals();
    note(`full, round ${round}`);
    small.fill();
    if (Number.isNaN(await secondsUntil(async () => small.refusals() > before, 60))) {
      throw new Error("The database found space on a full disk.");
    }
    await sleep(smoke ? 4_000 : 30_000);
    small.free();
    times.restarts += await reviveIfDead(world);
    const heard = load.acknowledged();
    const isBack = async () =>
      load.acknowledged().saves > heard.saves && load.acknowledged().webhooks > heard.webhooks;
    times.back = Math.max(times.back, await secondsUntil(isBack, BACK_S));
  }
  await load.stop();
  const kept = await Promise.all(typists.map((typist) => typist.isKept(world.database.sql)));
  const ended = world.portals.filter((portal, at) => !portal.isUp() || portal.pid() !== pids[at]);
  const { saves, webhooks } = load.results;
  const notKept = await lostWebhooks(world, webhooks);
  const count = (all: Iterable<number>, is: (status: number) => boolean) =>
    [...all].filter(is).length;
  return {
    faults: [
      { what: "the server wrote that there is no space", seen: small.refusals(), atLeast: 1 },
      {
        what: "saves that were refused",
        seen: count(saves, (status) => status !== 200),
        atLeast: 1,
      },
      {
        what: "webhooks answered 503",
        seen: count(webhooks.values(), (status) => status === 503),
        atLeast: 1,
      },
    ],
    counts: [
      { what: "saves acknowledged", seen: count(saves, (status) => status === 200), told: true },
      {
        what: "saves left without an answer",
        seen: count(saves, (status) => status === 0),
        exactly: 0,
      },
      {
        what: "drafts that lack what was acknowledged",
        seen: kept.filter((is) => !is).length,
        exactly: 0,
      },
      {
        what: "webhooks acknowledged",
        seen: count(webhooks.values(), (status) => status === 200),
        told: true,
      },
      { what: "webhooks acknowledged and lost", seen: notKept, exactly: 0 },
      {
        what: "webhooks answered neither 200 nor 503",
        seen: count(webhooks.values(), (status) => status !== 200 && status !== 503),
        exactly: 0,
      },
      {
        what: "times PostgreSQL recovered by itself",
        seen: world.database.recoveries(),
        told: true,
      },
      { what: "times PostgreSQL had to be started again", seen: times.restarts, told: true },
      { what: "until writes pass again", seen: times.back, unit: "s", atMost: BACK_S },
      { what: "portals that ended", seen: ended.length, exactly: 0 },
      { what: "audit logs that do not verify", seen: await brokenAudit(world), exactly: 0 },
    ],
  };
}

/** Statuses of saves and, by what they are about, of webhooks; 0 where no answer came. */
function startLoad(world: World, typists: Typist[], random: Setting["random"]) {
  const [portal] = world.portals;
  if (!portal) throw new Error("There is no portal");
  const saves: number[] = [];
  const webhooks = new Map<string, number>();
  const send = async () => {
    const clientId = `nobody-${webhooks.size}`;
    webhooks.set(clientId, 0);
    const body = {
      ...bankEvent({ clientId }),
      padding: randomBytes(PADDING_BYTES).toString("base64"),
    };
    const [answer] = (await world.emulator.send({ body })) as { status: number | null }[];
    webhooks.set(clientId, answer?.status ?? 0);
  };
  const type = async () => void saves.push(await random.pick(typists).type(portal));
  const going = [keepDoing(type, 100), keepDoing(send, 50)];
  const kept = (statuses: Iterable<number>) => [...statuses].filter((one) => one === 200).length;
  return {
    results: { saves, webhooks },
    acknowledged: () => ({ saves: kept(saves), webhooks: kept(webhooks.values()) }),
    stop: async () => void (await Promise.all(going.map((one) => one.stop()))),
  };
}

/** What a supervisor would do; PostgreSQL ends where it cannot even write its log. */
async function reviveIfDead({ database }: World): Promise<number> {
  const answers = () =>
    database.sql`select 1`.then(
      () => true,
      () => false,
    );
  if (!Number.isNaN(await secondsUntil(answers, 10))) return 0;
  await database.kill();
  await database.start();
  return 1;
}

async function lostWebhooks(
  { database: { sql } }: World,
  webhooks: Map<string, number>,
): Promise<number> {
  const rows = await sql<{ clientId: string }[]>`select client_id as "clientId" from deliveries`;
  const stored = new Set(rows.map(({ clientId }) => clientId));
  return [...webhooks].filter(([id, status]) => status === 200 && !stored.has(id)).length;
}

async function brokenAudit({ environment }: World): Promise<number> {
  return runScript("scripts/admin.ts", ["verify-audit"], environment).then(
    () => 0,
    () => 1,
  );
}
