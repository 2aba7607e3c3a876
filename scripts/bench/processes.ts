import { setTimeout as pause } from "node:timers/promises";
import { seededId } from "@/scripts/seed/bulk";
import { startPortal } from "@/scripts/stack/portal";
import { freePort } from "@/scripts/stack/ports";
import type { Bench } from "./bench";
import { type Figure, figure, median } from "./figures";
import { sendAll } from "./load";
import { cpuSeconds, withoutProc } from "./proc";
import { openSite } from "./sites";
import { SMALL } from "./world";

const COUNTS = [1, 2, 3] as const;
const SIZES = {
  full: { rounds: 5, requests: 300, idleSeconds: 4 },
  smoke: { rounds: 1, requests: 30, idleSeconds: 1 },
};
const CONNECTIONS = 12;
const PER = 1_000;
/** Until timers that came due while a process slept are over. */
const AWAKE_MS = 1_000;

/** What another process costs is told, not judged. */
export const processes: Bench = {
  name: "processes",
  about: "Processor time of 1, 2 and 3 portals and PostgreSQL, at the same load and at none",
  unable: withoutProc,
  run: async (world, lifetime) => {
    const { rounds, requests, idleSeconds } = SIZES[world.smoke ? "smoke" : "full"];
    const portfolio = await world.portfolio(SMALL);
    const first = await openSite(world, { portfolio, worker: "on" }, lifetime);
    const portals = [first, ...(await startOthers())];
    const paths = ["/customers", `/customers/${seededId(1)}`];
    const load = { paths, headers: { cookie: first.cookie } };

    async function startOthers() {
      const others = [];
      for (const _ of COUNTS.slice(1)) {
        const port = await freePort();
        const env = { ...world.environmentOf(portfolio.database, port), WORKER: "on" };
        others.push(await lifetime.start(() => startPortal({ port, mode: "start", env })));
      }
      return others;
    }

    /** Seconds of the processor that `act` costs with so many portals; the others sleep. */
    async function costOf(count: number, act: (urls: string[]) => Promise<unknown>) {
      const awake = portals.slice(0, count);
      for (const [at, { pid }] of portals.entries()) {
        process.kill(pid, at < count ? "SIGCONT" : "SIGSTOP");
      }
      await pause(AWAKE_MS);
      const pids = [world.server.pid, ...awake.map(({ pid }) => pid)];
      const used = () => pids.map(cpuSeconds).reduce((sum, seconds) => sum + seconds, 0);
      const before = used();
      await act(awake.map(({ url }) => url));
      return used() - before;
    }

    const send = (urls: string[]) =>
      Promise.all(
        urls.map((url) =>
          sendAll({ url, ...load }, requests / urls.length, CONNECTIONS / urls.length),
        ),
      );
    const busy = new Map<number, number[]>(COUNTS.map((count) => [count, []]));
    const idle = new Map<number, number[]>(COUNTS.map((count) => [count, []]));
    try {
      await costOf(COUNTS.length, send);
      for (let round = 0; round < rounds; round++) {
        for (const count of round % 2 === 0 ? COUNTS : COUNTS.toReversed()) {
          busy.get(count)?.push(((await costOf(count, send)) / requests) * PER);
          const waited = await costOf(count, () => pause(idleSeconds * 1_000));
          idle.get(count)?.push((waited / idleSeconds) * 60);
        }
      }
    } finally {
      // A process that sleeps does not hear that it shall end.
      for (const { pid } of portals) process.kill(pid, "SIGCONT");
    }
    return [
      ...againstOne(busy, (count) => `${count} processes, 1,000 pages`),
      ...againstOne(idle, (count) => `${count} processes, an idle minute`),
    ];
  },
};

function againstOne(costs: Map<number, number[]>, nameOf: (count: number) => string): Figure[] {
  const [one = Number.NaN, ...more] = COUNTS.map((count) => median(costs.get(count) ?? []));
  return more.map((measured, at) =>
    figure({ name: nameOf(at + 2), unit: "s", base: one, measured, goal: null }),
  );
}
