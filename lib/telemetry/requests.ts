import "server-only";
import { readFileSync } from "node:fs";
import { context, ROOT_CONTEXT, type Span, SpanKind, trace } from "@opentelemetry/api";
import { buildFolder } from "@/lib/env";
import { logContext } from "@/lib/log-context";
import { instruments } from "./instruments";
import { markFailed } from "./spans";

/** As much of Node's as is read here. */
type Asked = { method?: string; headers: Record<string, string | string[] | undefined> };
type Answered = {
  headersSent: boolean;
  statusCode: number;
  once: (event: "close", listener: () => void) => void;
};
type Answer = () => Promise<void>;
type Manifest = { node: Record<string, { exportedName?: string }> };

const ROUTE_MS = 1_000;
/** As servers in front log it: the client has gone before there was an answer. */
const CLIENT_GONE = 499;

/**
 * Wraps the handling of each request; `scripts/serve.mjs` calls what this returns. Next's own spans
 * become its children, and Next tells the span that it finds which route it is. A trace begins here:
 * what a client sends as `traceparent` is not read.
 */
export function makeRequestTracer() {
  const actions = readActions();
  return (request: Asked, response: Answered, answer: Answer): Promise<void> => {
    const startedAt = performance.now();
    const { method = "GET", headers } = request;
    const attributes = {
      "http.request.method": method,
      "vestibule.request_id": logContext()?.requestId,
    };
    const options = { kind: SpanKind.SERVER, attributes };
    const span = trace.getTracer("vestibule").startSpan(method, options, ROOT_CONTEXT);
    const answered = context.with(trace.setSpan(ROOT_CONTEXT, span), answer);
    const actionId = headers["next-action"];
    response.once("close", async () => {
      const took = (performance.now() - startedAt) / 1_000;
      const status = response.headersSent ? response.statusCode : CLIENT_GONE;
      await settled(answered);
      const route = routeOf(span);
      const action = actionId
        ? (actions.get(String(actionId)) ?? "unknown")
        : formOf(method, route);
      conclude(span, { method, route, status, took, action });
    });
    return answered;
  };
}

/** Next tells the route after it has answered. Where the client goes first it may never come to that. */
function settled(answered: Promise<void>): Promise<unknown> {
  const late = new Promise((resolve) => setTimeout(resolve, ROUTE_MS).unref());
  return Promise.race([answered.catch(() => {}), late]);
}

type Conclusion = {
  method: string;
  route: string;
  status: number;
  /** Seconds. */
  took: number;
  action: string | undefined;
};

function conclude(span: Span, { method, route, status, took, action }: Conclusion): void {
  const answered = { "http.route": route, "http.response.status_code": status };
  span.setAttributes(answered);
  span.updateName([method, route, action].filter(Boolean).join(" "));
  if (status >= 500) markFailed(span, String(status));
  instruments().requests.record(took, { ...answered, "http.request.method": method });
  if (action) {
    span.setAttribute("vestibule.action", action);
    const outcome = status >= 500 ? "failed" : status >= 400 ? "refused" : "ok";
    instruments().actions.record(took, { action, outcome });
  }
  span.end();
}

/** A pattern such as `/apply/[token]`; what no route answers is `none`. */
function routeOf(span: Span): string {
  const attributes = "attributes" in span ? Object(span.attributes) : undefined;
  const route = attributes?.["http.route"];
  return typeof route === "string" ? route : "none";
}

/** A form that is posted without JavaScript names its action only in its body. */
function formOf(method: string, route: string): string | undefined {
  const isPage = method === "POST" && route !== "none" && !route.startsWith("/api/");
  return isPage ? "form" : undefined;
}

/** Names of server actions by the ids that browsers send. */
function readActions(): Map<string, string> {
  const file = `${buildFolder()}/server/server-reference-manifest.json`;
  const { node } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  return new Map(
    Object.entries(node).map(([id, { exportedName }]) => [id, exportedName ?? "unknown"]),
  );
}
