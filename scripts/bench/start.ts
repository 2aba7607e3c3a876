import { seededId } from "@/scripts/seed/bulk";
import { startPortal } from "@/scripts/stack/portal";
import { freePort } from "@/scripts/stack/ports";
import type { RunningProcess } from "@/scripts/stack/process";
import { startBare } from "./bare";
import type { Bench } from "./bench";
import { figure, median } from "./figures";
import { sendAll } from "./load";
import { memoryMb, withoutProc } from "./proc";
import { SMALL } from "./world";

/** Goal: what a start takes at most, against the bare app. */
const GOAL = { atMost: 1.5 };
const SIZES = { full: { rounds: 5, requests: 300 }, smoke: { rounds: 1, requests: 20 } };
const CONNECTIONS = 8;

type Started = { ms: number; started: RunningProcess & { url: string } };

export const start: Bench = {
  name: "start",
  about: "From spawning to the first answer, and memory, against the bare app",
  unable: withoutProc,
  run: async (world) => {
    const { rounds, requests } = SIZES[world.smoke ? "smoke" : "full"];
    const { database } = await world.portfolio(SMALL);
    const portal = (until: string) => async () => {
      const port = await freePort();
      const env = { ...world.environmentOf(database, port), WORKER: "on" };
      return startPortal({ port, mode: "start", env, until });
    };
    // Made from the database at each request, as the portal's pages are; `/save` was made by the build.
    const detail = `/detail/${seededId(1)}`;
    const bare = () => startBare({ databaseUrl: world.server.appUrl(database), until: detail });

    const sides = {
      bare: { start: bare, path: detail },
      ready: { start: portal("/api/health/ready"), path: "/sign-in" },
      page: { start: portal("/sign-in"), path: "/sign-in" },
    };
    const seen = { bare: emptySeries(), ready: emptySeries(), page: emptySeries() };
    const names = ["bare", "ready", "page"] as const;
    for (let round = 0; round < rounds; round++) {
      for (const name of round % 2 === 0 ? names : names.toReversed()) {
        const { ms, started } = await timed(sides[name].start);
        seen[name].ms.push(ms);
        seen[name].memory.push(memoryMb(started.pid));
        const target = { url: started.url, paths: [sides[name].path] };
        await sendAll(target, requests, CONNECTIONS);
        seen[name].used.push(memoryMb(started.pid));
        await started.stop({ timeoutMs: 15_000 });
      }
    }
    const compare = (name: string, { of, what }: { of: "ready" | "page"; what: keyof Series }) => ({
      name,
      base: median(seen.bare[what]),
      measured: median(seen[of][what]),
    });
    return [
      figure({
        ...compare("Start, until ready", { of: "ready", what: "ms" }),
        unit: "ms",
        goal: GOAL,
      }),
      figure({
        ...compare("Start, until a page", { of: "page", what: "ms" }),
        unit: "ms",
        goal: GOAL,
      }),
      figure({
        ...compare("Memory, started", { of: "ready", what: "memory" }),
        unit: "MB",
        goal: GOAL,
      }),
      figure({
        ...compare(`Memory after ${requests.toLocaleString("en")} requests`, {
          of: "ready",
          what: "used",
        }),
        unit: "MB",
        goal: GOAL,
      }),
    ];
  },
};

type Series = { ms: number[]; memory: number[]; used: number[] };

function emptySeries(): Series {
  return { ms: [], memory: [], used: [] };
}

async function timed(spawn: () => Promise<Started["started"]>): Promise<Started> {
  const startedAt = performance.now();
  const started = await spawn();
  return { ms: performance.now() - startedAt, started };
}
