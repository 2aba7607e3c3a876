import { readFileSync } from "node:fs";
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { setInterval as every } from "node:timers/promises";
import { freePort } from "@/scripts/stack/ports";
import { root } from "@/scripts/stack/process";
import { findProgram, startProgram } from "./program";
import type { Setting } from "./scenario";

type Entrance = { port: number };

/** One address in front of two portals. */
export type Balancer = Entrance & {
  name: "HAProxy" | "a balancer of this suite";
  /** Whether people are sent to this portal now. */
  sendsTo: (portal: Entrance) => Promise<boolean>;
  /** What it wrote about requests that were not answered, and about portals that came and went. */
  log: () => string;
  stop: () => Promise<void>;
};

/** As in `deploy/haproxy.cfg`. */
const CHECK_MS = 250;
const MISSES_MAX = 2;
const CHECK_PATIENCE_MS = 5_000;

/** HAProxy with `deploy/haproxy.cfg`; where it is not installed, a small one that does the same. */
export function startBalancer(
  { dataDir, lifetime }: Setting,
  port: number,
  portals: readonly Entrance[],
): Promise<Balancer> {
  const haproxy = findProgram("haproxy");
  return lifetime.start(() =>
    haproxy ? startHaproxy(haproxy, dataDir, port, portals) : startOwn(port, portals),
  );
}

async function startHaproxy(
  haproxy: string,
  dataDir: string,
  port: number,
  portals: readonly Entrance[],
): Promise<Balancer> {
  const metrics = `127.0.0.1:${await freePort()}`;
  const [first, second] = portals.map((portal) => `127.0.0.1:${portal.port}`);
  const sendsTo = async (portal: Entrance) => {
    const text = await (await fetch(`http://${metrics}/metrics`)).text();
    const server = `portal${portals.findIndex((one) => one.port === portal.port) + 1}`;
    return text.includes(`haproxy_server_status{proxy="portals",server="${server}",state="UP"} 1`);
  };
  const logFile = path.join(dataDir, "haproxy.log");
  const running = await startProgram({
    command: [haproxy, "-f", path.join(root, "deploy", "haproxy.cfg")],
    env: {
      PORTAL_BIND: `127.0.0.1:${port}`,
      PORTAL_1: first,
      PORTAL_2: second,
      STATISTICS_BIND: metrics,
    },
    logFile,
    isReady: async () => {
      const ready = await Promise.all(portals.map(sendsTo)).catch(() => [false]);
      return ready.every(Boolean);
    },
  });
  const log = () => readFileSync(logFile, "utf8");
  return { name: "HAProxy", port, sendsTo, log, stop: running.stop };
}

async function startOwn(port: number, portals: readonly Entrance[]): Promise<Balancer> {
  const misses = new Map<number, number>();
  const isReady = (one: Entrance) => (misses.get(one.port) ?? MISSES_MAX) < MISSES_MAX;
  let turn = 0;
  const server = createServer((request, response) => {
    turn += 1;
    const ready = portals.filter(isReady);
    const [first, ...others] = ready.length > 0 ? ready : portals;
    pass(request, response, first && turn % 2 ? [...others, first] : [first, ...others]);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const checking = new AbortController();
  const check = async (portal: Entrance) => {
    const address = `http://127.0.0.1:${portal.port}/api/health/ready`;
    const answer = await fetch(address, { signal: AbortSignal.timeout(CHECK_PATIENCE_MS) }).catch(
      () => undefined,
    );
    await answer?.arrayBuffer().catch(() => undefined);
    misses.set(portal.port, answer?.ok ? 0 : (misses.get(portal.port) ?? MISSES_MAX) + 1);
  };
  const checkAll = () => Promise.all(portals.map(check));
  await checkAll();
  const goOn = async () => {
    for await (const _ of every(CHECK_MS, undefined, { signal: checking.signal })) await checkAll();
  };
  // Ends by being aborted.
  goOn().catch(() => undefined);
  return {
    name: "a balancer of this suite",
    port,
    sendsTo: async (portal) => isReady(portal),
    log: () => "",
    stop: async () => {
      checking.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** To the first that takes the connection. What was sent is never sent again. */
function pass(
  request: IncomingMessage,
  response: ServerResponse,
  [target, ...others]: readonly (Entrance | undefined)[],
): void {
  if (!target) {
    response.writeHead(503).end("No portal takes a connection");
    return;
  }
  const { method, url, headers } = request;
  const options = {
    host: "127.0.0.1",
    port: target.port,
    path: url,
    method,
    headers,
    agent: false,
  };
  const passed = ask(options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.once("error", () => response.destroy());
  });
  let connected = false;
  passed.once("socket", (socket) =>
    socket.once("connect", () => {
      connected = true;
      request.pipe(passed);
    }),
  );
  passed.once("error", () => {
    if (connected) response.destroy();
    else pass(request, response, others);
  });
  response.once("close", () => passed.destroy());
}
