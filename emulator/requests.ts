import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isObject } from "./fields";
import type { Environment, RequestEntry } from "./model";
import type { Store } from "./store";

const TEXT_CHARS_MAX = 2_000;
const SECRET_HEADERS = ["plaid-client-id", "plaid-secret", "authorization", "cookie"];

type Call = { requestId: string; environment: Environment; path: string };

/** Logs a call when it arrives, so a hanging one is visible, and completes it afterwards. */
export function beginRequest(
  store: Store,
  request: IncomingMessage,
  call: Call,
  body: unknown,
): RequestEntry {
  const entry: RequestEntry = {
    request_id: call.requestId,
    at: new Date().toISOString(),
    environment: call.environment,
    method: request.method ?? "",
    path: call.path,
    status: null,
    error_code: null,
    fault: null,
    duration_ms: null,
    headers: cleanHeaders(request),
    body: cleanBody(body),
  };
  store.requests.put(entry.request_id, entry);
  return entry;
}

/** Whether a reset has come since the call arrived. */
export function isForgotten(store: Store, entry: RequestEntry): boolean {
  return store.requests.get(entry.request_id) === undefined;
}

export function endRequest(
  store: Store,
  entry: RequestEntry,
  outcome: Pick<RequestEntry, "status" | "error_code" | "fault">,
): void {
  const duration_ms = Date.now() - Date.parse(entry.at);
  store.requests.put(entry.request_id, { ...entry, ...outcome, duration_ms });
}

function cleanHeaders(request: IncomingMessage): Record<string, string> {
  const headers = Object.entries(request.headers).filter(
    ([name]) => !SECRET_HEADERS.includes(name),
  );
  return Object.fromEntries(headers.map(([name, value]) => [name, String(value)]));
}

function cleanBody(body: unknown): unknown {
  if (!isObject(body)) return body === undefined ? null : cut(body);
  const { client_id, secret, ...rest } = body;
  return Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [
      name,
      name === "logo" ? summary(value) : cut(value),
    ]),
  );
}

/** Of the decoded logo, so that it can be compared with the file that was uploaded. */
function summary(logo: unknown): unknown {
  if (typeof logo !== "string") return logo;
  const bytes = Buffer.from(logo, "base64");
  return {
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    base64_chars: logo.length,
  };
}

function cut(value: unknown): unknown {
  return typeof value === "string" && value.length > TEXT_CHARS_MAX
    ? `${value.slice(0, TEXT_CHARS_MAX)}… (${value.length} characters)`
    : value;
}
