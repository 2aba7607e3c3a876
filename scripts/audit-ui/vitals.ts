import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { BrowserContext, Page } from "@playwright/test";
import { throttling } from "lighthouse/core/config/constants.js";
import { inColumns, median, p95 } from "@/scripts/bench/figures";
import type { Site } from "@/scripts/bench/sites";
import type { World } from "@/scripts/bench/world";
import type { Lifetime } from "@/scripts/stack/lifetime";
import { say } from "@/scripts/stack/say";
import { judgesSpeed, type Shortcoming } from "./audit";
import { type LiveView, openLiveViews, statuses } from "./live-views";
import type { AuditedPage } from "./pages";
import type { Visitor, Walk } from "./walks";

const GOALS = { inpMs: 100, typingMs: 50, localMs: 1_200, slowMs: 2_000, shifts: 0.01 };
const WALKS = judgesSpeed ? 10 : 2;
const VISITS = judgesSpeed ? 3 : 1;
const CPU_SLOWDOWN = 4;
/** After a page has come or changed, until nothing moves any more. */
const SETTLE_MS = 1_000;
/** Of interactions that take less, a browser tells only how many they were. */
const REPORTED_MS = 16;
/** Keys come in bursts: what follows the typing is drawn while the next ones are pressed. */
const BURST = { keys: 3, withinMs: 100, betweenMs: 350 };

const observer = fileURLToPath(new URL("./observe.js", import.meta.url));

type Subject = { site: Site; pages: AuditedPage[]; walks: Walk[] };

/** Prints how soon a site answers and comes, and how still it stands. @returns what is missed. */
export async function vitals(
  world: World,
  { site, pages, walks }: Subject,
  lifetime: Lifetime,
): Promise<Shortcoming[]> {
  const staff = site.page.context();
  const stranger = await (await world.browser()).newContext();
  const contextOf = ({ signedIn }: { signedIn: boolean }) => (signedIn ? staff : stranger);

  const kinds = new Map<string, Kind>();
  for (const walk of walks) await time(contextOf(walk), site.url, walk, kinds);
  say(asInteractions(kinds));

  const views: View[] = [];
  for (const page of pages) views.push(await visit(contextOf(page), site.url, page));
  await stranger.close();
  const live = await openLiveViews(world, lifetime);
  for (const view of live.views) views.push(await watch(live.context, view));
  say(asViews(views));
  return [...[...kinds].flatMap(slowKind), ...views.flatMap(shortOf)];
}

/** Milliseconds of all interactions of one kind. */
type Kind = { goalMs: number; times: number[] };

/** What was done from one moment of the page on. */
type Act = { name: string; isTyping: boolean; from: number; made: number };

type Interaction = { at: number; ms: number };

/** Walks with a processor that is four times slower. */
async function time(
  context: BrowserContext,
  url: string,
  { path, go }: Walk,
  kinds: Map<string, Kind>,
): Promise<void> {
  const { page, session } = await open(context);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
  await page.goto(`${url}${path}`);
  await settle(page);
  const acts: Act[] = [];
  const visitor = visitorOn(page, acts);
  for (let round = 0; round < WALKS; round++) await go(visitor, round);
  await settle(page);
  const interactions = await page.evaluate<Interaction[]>("vitals.interactions()");
  await page.close();
  if (interactions.length === 0) throw new Error(`${path}: the browser timed no interaction`);
  for (const [at, act] of acts.entries()) {
    const until = acts[at + 1]?.from ?? Number.POSITIVE_INFINITY;
    const during = interactions.filter((one) => one.at >= act.from && one.at < until);
    const goalMs = act.isTyping ? GOALS.typingMs : GOALS.inpMs;
    const { times } = kinds.get(act.name) ?? { times: [] };
    kinds.set(act.name, { goalMs, times: [...times, ...timesOf(act, during)] });
  }
}

/** Each key that was typed; of anything else the longest, as a shortcut is more than one key. */
function timesOf({ isTyping, made }: Act, during: Interaction[]): number[] {
  const reported = during.map(({ ms }) => ms);
  if (!isTyping) return [Math.max(REPORTED_MS, ...reported)];
  const quick = Math.max(0, made - reported.length);
  return [...reported, ...new Array<number>(quick).fill(REPORTED_MS)];
}

function visitorOn(page: Page, acts: Act[]): Visitor {
  async function note(act: Pick<Act, "name" | "isTyping">, least: number, work: Work, seen: Work) {
    const count = () => page.evaluate<number>("performance.interactionCount");
    const from = await page.evaluate<number>("performance.now()");
    const before = await count();
    await work();
    await seen();
    const made = (await count()) - before;
    if (made < least) throw new Error(`${act.name}: ${made} interactions were noticed of ${least}`);
    acts.push({ ...act, from, made });
  }
  return {
    page,
    // The mouse is there already when somebody presses, and nothing looks at the page but people.
    does: async (name, what, seen) => {
      const isKey = typeof what === "string";
      if (!isKey) await what.hover();
      await drawn(page);
      const press = async () => {
        if (isKey) return page.keyboard.press(what);
        await page.mouse.down();
        await page.mouse.up();
      };
      await note({ name, isTyping: false }, 1, press, async () => {
        await drawn(page);
        await seen();
      });
    },
    types: async (name, field, text, seen) => {
      await field.focus();
      const type = async () => {
        for (const [at, key] of [...text].entries()) {
          await page.keyboard.type(key);
          await pause((at + 1) % BURST.keys === 0 ? BURST.betweenMs : BURST.withinMs);
        }
      };
      await note({ name, isTyping: true }, text.length, type, seen);
    },
  };
}

type Work = () => Promise<unknown>;

/** Once all that was to be drawn is. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
  });
}

/** Of a first view: milliseconds until the largest part is drawn, and how much moved. */
type View = { name: string; localMs?: number; slowMs?: number; shifted: number };

async function visit(context: BrowserContext, url: string, page: AuditedPage): Promise<View> {
  const seen = { local: [] as Seen[], slow: [] as Seen[] };
  for (let times = 0; times < VISITS; times++) {
    seen.local.push(await look(context, `${url}${page.path}`));
    seen.slow.push(await look(context, `${url}${page.path}`, slowConnection));
  }
  const lcp = (of: Seen[]) => median(of.map(({ paintedMs }) => paintedMs));
  const shifted = Math.max(...[...seen.local, ...seen.slow].map((one) => one.shifted));
  return { name: page.name, localMs: lcp(seen.local), slowMs: lcp(seen.slow), shifted };
}

/** Lighthouse's, as it is for a browser that really slows its requests down. */
const { requestLatencyMs, downloadThroughputKbps, uploadThroughputKbps } = throttling.mobileSlow4G;
const bytesPerSecond = (kilobits: number) => Math.floor((kilobits * 1_024) / 8);
const slowConnection = {
  offline: false,
  latency: requestLatencyMs,
  downloadThroughput: bytesPerSecond(downloadThroughputKbps),
  uploadThroughput: bytesPerSecond(uploadThroughputKbps),
};

type Seen = { paintedMs: number; shifted: number };

/** As if nothing had been loaded before. */
async function look(
  context: BrowserContext,
  url: string,
  connection?: typeof slowConnection,
): Promise<Seen> {
  const { page, session } = await open(context);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  if (connection) await session.send("Network.emulateNetworkConditions", connection);
  const answer = await page.goto(url);
  if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`);
  await settle(page);
  const paintedMs = await page.evaluate<number>("vitals.painted()");
  if (paintedMs === 0) throw new Error(`${url}: the browser told of no paint`);
  return { paintedMs, shifted: await shiftsOf(page) };
}

/** What moves while signed webhooks change what the page shows. */
async function watch(context: BrowserContext, live: LiveView): Promise<View> {
  const { page } = await open(context);
  const connected = page.waitForResponse((answer) => answer.url().includes("/api/live"));
  await page.goto(live.url);
  await connected;
  await settle(page);
  const shows = await live.look(page);
  for (const status of statuses) {
    await live.change(status);
    await shows(status);
    await settle(page);
  }
  return { name: `${live.name}, live`, shifted: await shiftsOf(page) };
}

async function open(context: BrowserContext) {
  const page = await context.newPage();
  await page.addInitScript({ path: observer });
  return { page, session: await context.newCDPSession(page) };
}

/** Nothing is left to be done, and some time has passed since. */
async function settle(page: Page): Promise<void> {
  await pause(SETTLE_MS);
  await page.evaluate("new Promise(requestIdleCallback)");
}

/** All that moved without having been asked to; CLS counts the worst five seconds of it. Closes the page. */
async function shiftsOf(page: Page): Promise<number> {
  const shifted = await page.evaluate<number>("vitals.shifted()");
  const isSeen = await page.evaluate<boolean>("vitals.seesShifts()");
  if (!isSeen) throw new Error(`${page.url()}: the browser does not tell what moves`);
  await page.close();
  return shifted;
}

function asInteractions(kinds: Map<string, Kind>): string {
  return inColumns([
    [`INP, processor ÷ ${CPU_SLOWDOWN}`, "p95", "Longest", "Times", "Goal"],
    ...[...kinds].map(([name, { goalMs, times }]) => [
      name,
      `${p95(times)} ms`,
      `${Math.max(...times)} ms`,
      String(times.length),
      `< ${goalMs} ms`,
    ]),
  ]);
}

function asViews(views: View[]): string {
  const seconds = (ms?: number) => (ms === undefined ? "–" : `${(ms / 1_000).toFixed(2)} s`);
  return inColumns([
    ["", "LCP", "LCP, slow 4G", "CLS"],
    ...views.map(({ name, localMs, slowMs, shifted }) => [
      name,
      seconds(localMs),
      seconds(slowMs),
      shifted.toFixed(3),
    ]),
    ["Goal", `≤ ${seconds(GOALS.localMs)}`, `≤ ${seconds(GOALS.slowMs)}`, `≤ ${GOALS.shifts}`],
  ]);
}

function slowKind([name, { goalMs, times }]: [string, Kind]): Shortcoming[] {
  const ms = p95(times);
  if (ms < goalMs) return [];
  return [{ isSpeed: true, text: `${name}: INP ${ms} ms, not below ${goalMs} ms` }];
}

function shortOf({ name, localMs = 0, slowMs = 0, shifted }: View): Shortcoming[] {
  const late = (isLate: boolean, text: string) => (isLate ? [{ isSpeed: true, text }] : []);
  return [
    ...late(localMs > GOALS.localMs, `${name}: LCP ${localMs} ms, not ${GOALS.localMs}`),
    ...late(slowMs > GOALS.slowMs, `${name}: LCP ${slowMs} ms by slow 4G, not ${GOALS.slowMs}`),
    ...(shifted > GOALS.shifts
      ? [{ isSpeed: false, text: `${name}: CLS ${shifted.toFixed(3)}, not ${GOALS.shifts}` }]
      : []),
  ];
}
