import { Agent, get } from "node:http";
import { seededId } from "@/scripts/seed/bulk";
import type { Bench } from "./bench";
import { type Figure, figure, median } from "./figures";
import { openSite, type Site } from "./sites";
import { SMALL } from "./world";

/** Goal: what a screen costs at most with the large portfolio, against the small one. */
const GOAL = { atMost: 1.25 };
const LARGE = { full: 1_000_000, smoke: 2_000 };
const ROUNDS = { full: 41, smoke: 2 };
/** Requests of each page before any is counted. */
const WARM_UP = 10;

type Screen = { name: string; path: (site: Site, round: number) => string };

const screens: Screen[] = [
  { name: "Overview", path: () => "/" },
  { name: "List", path: () => "/customers" },
  { name: "List, by name", path: () => "/customers?sort=name" },
  { name: "List, longest waiting", path: () => "/customers?turn=you&sort=since" },
  { name: "List, one status", path: () => "/customers?status=PENDING_ENABLEMENT" },
  { name: "Search, a common word", path: () => "/customers?q=harbor" },
  { name: "Search, one customer", path: (site) => `/customers?q=${site.customers / 2}` },
  { name: "Search, nothing", path: () => "/customers?q=zzzz" },
  { name: "Banks", path: () => "/banks" },
  { name: "One bank, waiting", path: () => "/banks/ins_56?status=PROCESSING" },
  { name: "Customer", path: (site, round) => `/customers/${someone(site, round)}` },
  { name: "Customer, banks", path: (site, round) => `/customers/${someone(site, round)}/banks` },
  {
    name: "Customer, activity",
    path: (site, round) => `/customers/${someone(site, round)}/activity`,
  },
];

/** Customers spread over the whole portfolio, all of them live. */
function someone({ customers }: Site, round: number): string {
  const n = 1 + Math.floor(((round * 7919) % 997) * (customers / 997));
  return seededId(n - (n % 24) + 1);
}

export const growth: Bench = {
  name: "growth",
  about: "Screens with 1,000,000 customers, against 1,000",
  run: async (world, lifetime) => {
    const size = world.smoke ? "smoke" : "full";
    const [few, many] = [await world.portfolio(SMALL), await world.portfolio(LARGE[size])];
    const small = await openSite(world, { portfolio: few }, lifetime);
    const large = await openSite(world, { portfolio: many }, lifetime);
    return measureGrowth(small, large, ROUNDS[size]);
  },
};

/**
 * Time from a request to the last byte of its answer, one at a time on a kept connection, medians;
 * the two portals take turns, so that whatever else the machine does falls on both.
 */
async function measureGrowth(small: Site, large: Site, rounds: number): Promise<Figure[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const figures: Figure[] = [];
  for (const { name, path } of screens) {
    const times = { small: [] as number[], large: [] as number[] };
    for (let round = -WARM_UP; round < rounds; round++) {
      const turns = round % 2 === 0 ? (["small", "large"] as const) : (["large", "small"] as const);
      for (const turn of turns) {
        const site = turn === "small" ? small : large;
        const ms = await timeOf(agent, site, path(site, Math.abs(round)));
        if (round >= 0) times[turn].push(ms);
      }
    }
    const [base, measured] = [median(times.small), median(times.large)];
    figures.push(figure({ name, unit: "ms", base, measured, goal: GOAL }));
  }
  agent.destroy();
  return figures;
}

/** Milliseconds. Throws unless the page came: a refusal would be quick. */
function timeOf(agent: Agent, { url, cookie }: Site, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const request = get(new URL(path, url), { agent, headers: { cookie } }, (answer) => {
      answer.resume();
      answer.once("end", () => {
        const ms = performance.now() - startedAt;
        if (answer.statusCode === 200) resolve(ms);
        else reject(new Error(`${path} answered ${answer.statusCode}`));
      });
    });
    request.once("error", reject);
  });
}
