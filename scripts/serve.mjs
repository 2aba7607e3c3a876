// The portal in production: Next behind an HTTP server of our own (docs/adr/0007).
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { constants } from "node:zlib";
import compression from "compression";
import next from "next";
import { setMissingHeaders } from "./serve/missing-headers.mjs";
import { explainOutdatedForms } from "./serve/outdated-forms.mjs";
import { staticFiles } from "./serve/static-files.mjs";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** Longer than proxies keep an idle connection (mostly 60 s): they, not we, are the ones to close it. */
const KEEP_ALIVE_MS = 65_000;
/** How much longer than asked for a portal that is told to stop waits for a balancer that still sends people. */
const NOTICE_MS = 4_000;
/** After the draining; background work gets a little less, so that what it gives back is told. */
const FINISH_MS = 9_000;
const WORK_MS = 7_000;
const RETRY_AFTER_S = "5";

const port = Number(process.env.PORT || 3000);
/** TLS ends in front: there is a proxy, and it says where a request comes from. Nobody else may. */
const behindProxy = (process.env.AUTH_URL ?? "").startsWith("https:");
const hostname = process.env.HOST;
const drainMs = Number(process.env.DRAIN_SECONDS || 1) * 1000;
const address = `http://${hostname ?? "localhost"}:${port}`;
// As `next start` sets it: an action that redirects asks this address for the page it leads to.
process.env.__NEXT_PRIVATE_ORIGIN = address;

// Next would read a file `.env`, which no other command does: variables come from outside alone.
process.env.__NEXT_PROCESSED_ENV = "true";

// As Next's standalone server does: what the build was made with holds, and is not read anew.
const manifest = path.resolve(process.env.NEXT_DIST_DIR ?? ".next", "required-server-files.json");
const { config } = JSON.parse(readFileSync(manifest, "utf8"));
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);

// Lines of the log carry the number of their request (lib/log-context.ts, lib/singleton.ts).
globalThis.vestibule ??= new Map();
const logContext = new AsyncLocalStorage();
globalThis.vestibule.set("log-context", logContext);
// What is asked whether it is ready says no from the signal on (lib/stopping.ts).
const stopping = new AbortController();
globalThis.vestibule.set("stopping", stopping.signal);

const portal = next({ dev: false, hostname, port });
await portal.prepare();
const answer = portal.getRequestHandler();
const serveFile = staticFiles();
const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } } });
const underWay = new Set();
let lastAskedAt = 0;

const server = createServer((request, response) => {
  underWay.add(response);
  response.once("close", () => underWay.delete(response));
  if (!request.url.startsWith("/api/health/")) lastAskedAt = performance.now();
  if (stopping.signal.aborted) response.setHeader("Connection", "close");
  if (serveFile(request, response)) return;
  const requestId = numberOf(request);
  // In place of what a client may have sent under this name.
  request.headers["x-request-id"] = requestId;
  if (!behindProxy) delete request.headers["x-forwarded-for"];
  setMissingHeaders(response, requestId);
  if (METHODS.includes(request.method)) {
    const context = { requestId };
    tellOutage(response, context);
    logContext.run(context, handOver, request, response);
  } else {
    response.writeHead(405, { Allow: METHODS.join(", ") }).end();
  }
});

/** An action that Next passes on to the page that has it stays one request. */
function numberOf({ headers, socket }) {
  const passedOn =
    headers["x-action-forwarded"] && /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress);
  const given = headers["x-request-id"] ?? "";
  return passedOn && /^[0-9a-f-]{36}$/.test(given) ? given : randomUUID();
}

/** Next knows one answer for a page that failed; a program asks again where only the database was away. */
function tellOutage(response, context) {
  const writeHead = response.writeHead;
  response.writeHead = function (status, ...given) {
    if (status !== 500 || !context.away) return writeHead.call(this, status, ...given);
    this.setHeader("Retry-After", RETRY_AFTER_S);
    return writeHead.call(this, 503, ...given);
  };
}

async function handOver(request, response) {
  compress(request, response, () => {});
  explainOutdatedForms(request, response);
  try {
    await traced(request, response, () => answer(request, response));
  } catch (error) {
    say({ level: 50, ...logContext.getStore(), name: error?.name, msg: "no answer" });
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  }
}

/** lib/telemetry/requests.ts, where that is switched on. */
function traced(request, response, work) {
  const trace = globalThis.vestibule.get("trace-request");
  return trace ? trace(request, response, work) : work();
}
server.keepAliveTimeout = KEEP_ALIVE_MS;
server.once("error", (error) => {
  process.stderr.write(`The portal cannot listen on ${address}: ${error.message}\n`);
  process.exit(1);
});
server.listen(port, hostname, () => process.stdout.write(`The portal listens on ${address}\n`));

for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, stop);

/**
 * Answers as before until a balancer has noticed that this process is not ready any more, then takes
 * no more connections, finishes what is under way and what Next does after it, and ends.
 */
async function stop(signal) {
  if (stopping.signal.aborted) return;
  stopping.abort();
  // A person at the keyboard has no balancer.
  const draining = signal === "SIGINT" ? 0 : drainMs;
  const worked = part("work")?.stop(draining + WORK_MS);
  await drained(draining);
  setTimeout(giveUp, FINISH_MS).unref();
  server.close();
  await part("live")?.close();
  for (const response of underWay) await once(response, "close");
  // Browsers open connections ahead, which Node does not count as idle before their first request.
  server.closeAllConnections();
  await worked;
  await portal.close();
  await part("telemetry")?.flush();
  process.exit();
}

/** Once nobody was sent here for so long, at least; a connection that is closed under a request loses it. */
async function drained(ms) {
  const toldAt = performance.now();
  const enoughAt = toldAt + ms + NOTICE_MS;
  for (;;) {
    const rest = Math.min(Math.max(toldAt, lastAskedAt) + ms, enoughAt) - performance.now();
    if (rest <= 0) return;
    await sleep(rest);
  }
}

/** What this process keeps one of (lib/singleton.ts). */
function part(name) {
  return globalThis.vestibule.get(name);
}

function giveUp() {
  say({ level: 50, underWay: underWay.size, msg: "stopped before everything was answered" });
  process.exit(1);
}

function say(event) {
  process.stderr.write(`${JSON.stringify({ time: Date.now(), app: "vestibule", ...event })}\n`);
}
