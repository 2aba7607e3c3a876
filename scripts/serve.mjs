// The portal in production: Next behind an HTTP server of our own (docs/adr/0008).
import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import process from "node:process";
import { constants } from "node:zlib";
import compression from "compression";
import next from "next";
import { setMissingHeaders } from "./missing-headers.mjs";
import { staticFiles } from "./static-files.mjs";

const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** Longer than proxies keep an idle connection (mostly 60 s): they, not we, are the ones to close it. */
const KEEP_ALIVE_MS = 65_000;
const STOP_MS = 10_000;

const port = Number(process.env.PORT ?? 3000);
/** TLS ends in front: there is a proxy, and it says where a request comes from. Nobody else may. */
const behindProxy = (process.env.AUTH_URL ?? "").startsWith("https:");
const hostname = process.env.HOST;
const address = `http://${hostname ?? "localhost"}:${port}`;
// As `next start` sets it: an action that redirects asks this address for the page it leads to.
process.env.__NEXT_PRIVATE_ORIGIN = address;

// As Next's standalone server does: what the build was made with holds, and is not read anew.
const manifest = path.resolve(process.env.NEXT_DIST_DIR ?? ".next", "required-server-files.json");
const { config } = JSON.parse(readFileSync(manifest, "utf8"));
process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);

// Lines of the log carry the number of their request (lib/log-context.ts, lib/singleton.ts).
globalThis.vestibule ??= new Map();
const logContext = new AsyncLocalStorage();
globalThis.vestibule.set("log-context", logContext);

const portal = next({ dev: false, hostname, port });
await portal.prepare();
const answer = portal.getRequestHandler();
const serveFile = await staticFiles();
const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } } });
const underWay = new Set();
let stopping = false;

const server = createServer((request, response) => {
  underWay.add(response);
  response.once("close", () => underWay.delete(response));
  if (stopping) response.setHeader("Connection", "close");
  if (serveFile(request, response)) return;
  const requestId = numberOf(request);
  // In place of what a client may have sent under this name.
  request.headers["x-request-id"] = requestId;
  if (!behindProxy) delete request.headers["x-forwarded-for"];
  setMissingHeaders(response, requestId);
  if (METHODS.includes(request.method)) {
    logContext.run({ requestId }, handOver, request, response);
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

async function handOver(request, response) {
  compress(request, response, () => {});
  try {
    await traced(request, response, () => answer(request, response));
  } catch (error) {
    const failed = { level: 50, time: Date.now(), app: "vestibule", ...logContext.getStore() };
    process.stderr.write(`${JSON.stringify({ ...failed, name: error?.name, msg: "no answer" })}\n`);
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

/** Finishes what is under way and what Next does after it. Streams of events end themselves (lib/live). */
async function stop() {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(1), STOP_MS).unref();
  server.close();
  for (const response of underWay) await once(response, "close");
  // Browsers open connections ahead, which Node does not count as idle before their first request.
  server.closeAllConnections();
  await portal.close();
  await globalThis.vestibule.get("telemetry")?.flush();
  process.exit(0);
}
