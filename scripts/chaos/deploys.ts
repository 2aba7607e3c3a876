import { median } from "@/scripts/bench/figures";
import { waitUntil } from "@/scripts/stack/alive";
import { freePort } from "@/scripts/stack/ports";
import { type Balancer, startBalancer } from "./balancer";
import { openLivePage } from "./live-page";
import type { Part } from "./part";
import type { Report, Scenario, Setting } from "./scenario";
import { keptWebhooks, lostSaves, staleDrafts, startTraffic } from "./traffic";
import { type Portal, startWorld, type World } from "./world";

const DEPLOYS = 50;
const DEPLOYS_SMOKE = 3;
/** At most five until the balancer has turned away, and ten to finish. */
const STOP_S = 15;
const STOP_MS = 20_000;
const READY_MS = 60_000;

/** Rolling restarts, one after the other, while people, Plaid and an open page are at work. */
export const deploys: Scenario = {
  name: "deploys",
  about: "rolling restarts of two portals and a worker under load: nobody is refused, nothing lost",
  run,
};

async function run(setting: Setting): Promise<Report> {
  const port = await freePort();
  const environment = { AUTH_URL: `http://localhost:${port}` };
  const world = await startWorld(setting, { portals: 2, workers: 1, environment });
  const balancer = await startBalancer(setting, port, world.portals);
  setting.note(`behind ${balancer.name}`);
  const traffic = await setting.lifetime.start(() => startTraffic(world, balancer));
  const page = await setting.lifetime.start(() => openLivePage(world, balancer));

  const count = setting.smoke ? DEPLOYS_SMOKE : DEPLOYS;
  const stops: Stop[] = [];
  const seconds: number[] = [];
  for (let done = 0; done < count; done++) {
    const startedAt = performance.now();
    stops.push(...(await deploy(world, balancer)));
    seconds.push((performance.now() - startedAt) / 1000);
    if ((done + 1) % 10 === 0) setting.note(`${done + 1} deploys`);
  }
  await traffic.stop();
  const missed = await page.missed(traffic.startedAt);
  await page.stop();

  const { sql } = world.database;
  const kept = await keptWebhooks(sql, traffic);
  const { pages, saves, webhooks, failures } = traffic;
  if (failures.length > 0) setting.note(balancer.log());
  const stopped = (name: string) => stops.filter((stop) => stop.name.includes(name)).length;
  return {
    faults: [
      { what: "portals told to stop and replaced", seen: stopped("portal"), atLeast: 2 * count },
      { what: "workers told to stop and replaced", seen: stopped("worker"), atLeast: count },
      { what: "streams of the open page ended by that", seen: page.reopened(), atLeast: 1 },
    ],
    counts: [
      { what: "pages asked for", seen: pages.sent, atLeast: 1 },
      { what: "saves sent", seen: saves.sent, atLeast: 1 },
      { what: "webhooks sent", seen: webhooks.sent, atLeast: 1 },
      {
        what: ["requests refused, broken off or answered wrongly", ...new Set(failures)].join(", "),
        seen: failures.length,
        exactly: 0,
      },
      { what: "acknowledged saves lost", seen: await lostSaves(sql, traffic), exactly: 0 },
      { what: "drafts without the last save", seen: await staleDrafts(sql, traffic), exactly: 0 },
      { what: "acknowledged webhooks lost", seen: kept.lost, exactly: 0 },
      { what: "webhooks kept twice", seen: kept.twice, exactly: 0 },
      { what: "streams broken off or refused", seen: page.broken(), exactly: 0 },
      { what: "changes the open page was not told of", seen: missed, exactly: 0 },
      { what: "a deploy, median", seen: median(seconds), unit: "s", told: true },
      { what: "a deploy, slowest", seen: Math.max(...seconds), unit: "s", told: true },
      {
        what: "from SIGTERM to the end, slowest",
        seen: Math.max(...stops.map((stop) => stop.seconds)),
        unit: "s",
        atMost: STOP_S,
      },
    ],
  };
}

type Stop = { name: string; seconds: number };

/** The worker, and the portals one after the other; the next only when people are sent to the last. */
async function deploy({ portals, workers }: World, balancer: Balancer): Promise<Stop[]> {
  const [ofPortals, ofWorkers] = await Promise.all([
    inTurn(portals, (portal) => replacePortal(portal, balancer)),
    inTurn(workers, replace),
  ]);
  return [...ofPortals, ...ofWorkers];
}

async function inTurn<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const one of all) results.push(await work(one));
  return results;
}

async function replacePortal(portal: Portal, balancer: Balancer): Promise<Stop> {
  const stop = await replace(portal);
  if (await waitUntil(() => balancer.sendsTo(portal), READY_MS, 50)) return stop;
  throw new Error(`${balancer.name} sends nobody to ${portal.name}:\n${portal.tail()}`);
}

async function replace(part: Part): Promise<Stop> {
  const pid = part.pid();
  const startedAt = performance.now();
  await part.stop({ timeoutMs: STOP_MS });
  const seconds = (performance.now() - startedAt) / 1000;
  await part.start();
  if (part.pid() === pid) throw new Error(`${part.name} was not replaced.`);
  return { name: part.name, seconds };
}
