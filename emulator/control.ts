import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { ControlError } from "./control-error";
import { type ControlParts, createControlRoutes } from "./control-routes";
import { parseJson, readBody, sendJson, sendText } from "./http";
import { page } from "./page";

const BODY_BYTES_MAX = 5_000_000;
const LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "[::1]"];

/** Answers everything under `/_emulator`; it is no part of Plaid's API. */
export function createControl(parts: ControlParts) {
  const routes = createControlRoutes(parts);

  return async function answerControl(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
  ): Promise<void> {
    if (!isLocal(request)) {
      return sendJson(response, 403, { error: "the control plane is for this machine only" });
    }
    const path = url.pathname.replace(/\/$/, "").slice("/_emulator".length);
    if (path === "" && request.method === "GET") {
      return sendText(response, 200, "text/html; charset=utf-8", page());
    }
    try {
      const bytes = await readBody(request, BODY_BYTES_MAX);
      const answer = await dispatch(request.method ?? "", path, url, bytes);
      if (Buffer.isBuffer(answer)) sendText(response, 200, "image/png", answer);
      else sendJson(response, 200, answer);
    } catch (error) {
      refuse(response, error);
    }
  };

  async function dispatch(
    method: string,
    path: string,
    url: URL,
    bytes: Buffer | undefined,
  ): Promise<unknown> {
    const matching = routes.filter(({ pattern }) => pattern.test(path));
    const route = matching.find((candidate) => candidate.method === method);
    if (!route) {
      const methods = matching.map((candidate) => candidate.method).join(", ");
      const hint = methods ? `; this address takes ${methods}` : "";
      throw new ControlError(404, `no such call: ${method} /_emulator${path}${hint}`);
    }
    const params = (route.pattern.exec(path) ?? []).slice(1).map(decodeURIComponent);
    return route.run({ params, query: url.searchParams, body: readInput(bytes) });
  }
}

function readInput(bytes: Buffer | undefined): unknown {
  if (!bytes) throw new ControlError(400, "the body is too large");
  if (bytes.length === 0) return {};
  const body = parseJson(bytes);
  if (body === undefined) throw new ControlError(400, "the body is not JSON");
  return body;
}

function refuse(response: ServerResponse, error: unknown): void {
  if (error instanceof ControlError) sendJson(response, error.status, { error: error.message });
  else if (error instanceof z.ZodError) sendJson(response, 400, { error: z.prettifyError(error) });
  else throw error;
}

/** Also refuses web pages of other origins and host names that merely resolve to loopback. */
function isLocal(request: IncomingMessage): boolean {
  const address = request.socket.remoteAddress ?? "";
  if (!/^(127\.|::1$|::ffff:127\.)/.test(address)) return false;
  const host = request.headers.host ?? "";
  if (!LOOPBACK_HOSTS.includes(host.replace(/:\d+$/, ""))) return false;
  const { origin } = request.headers;
  return origin === undefined || origin === `http://${host}`;
}
