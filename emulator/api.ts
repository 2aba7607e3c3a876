import type { IncomingMessage, ServerResponse } from "node:http";
import { BODY_BYTES_MAX } from "./assumptions";
import { type Credentials, identify, readCredentials } from "./credentials";
import type { Endpoint } from "./endpoints";
import { errorAnswer, PlaidFailure } from "./errors";
import { type Answer, type Sent, sendFault, takesEffect } from "./fail";
import type { Faults } from "./faults";
import { isObject } from "./fields";
import { parseJson, readBody, sendJson } from "./http";
import { newRequestId } from "./ids";
import { log } from "./log";
import type { Environment } from "./model";
import { createRateLimit } from "./rate-limit";
import { beginRequest, endRequest, isForgotten } from "./requests";
import type { Store } from "./store";

type Parts = {
  store: Store;
  faults: Faults;
  partner: Credentials;
  endpoints: Record<string, Endpoint>;
  hold: (response: ServerResponse) => void;
};
type Call = { requestId: string; environment: Environment; path: string };

const SANDBOX = "/sandbox";

/** Answers one call of Plaid's API: production under `/`, sandbox under `/sandbox`. */
export function createApi({ store, faults, partner, endpoints, hold }: Parts) {
  const rateLimit = createRateLimit(store);

  return async function answerApi(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
  ): Promise<void> {
    const environment = path.startsWith(`${SANDBOX}/`) ? "sandbox" : "production";
    const call: Call = { requestId: newRequestId(), environment, path };
    const bytes = await readBody(request, BODY_BYTES_MAX);
    const parsed = isJson(request) ? parseJson(bytes) : undefined;
    const entry = beginRequest(store, request, call, parsed);

    const { waitBeforeMs, waitAfterMs, fault } = faults.takeForApi(path, bytes?.toString() ?? "");
    await pause(waitBeforeMs);
    const applies = !isForgotten(store, entry) && (!fault || takesEffect(fault));
    const answer = applies ? decide(request, call, parsed) : undefined;
    await pause(waitAfterMs);
    if (isForgotten(store, entry)) {
      response.destroy();
      return;
    }

    const sent = fault
      ? sendFault({ fault, response, requestId: call.requestId, answer, hold })
      : sendAnswer(response, answer);
    endRequest(store, entry, { ...sent, fault: fault?.kind ?? null });
  };

  function decide(request: IncomingMessage, call: Call, parsed: unknown): Answer {
    try {
      const body = { ...run(request, call, parsed), request_id: call.requestId };
      return extended({ status: 200, body });
    } catch (error) {
      if (error instanceof PlaidFailure) return extended(errorAnswer(error, call.requestId));
      log(`${call.path} failed: ${error instanceof Error ? error.stack : error}`);
      return errorAnswer(new PlaidFailure("INTERNAL_SERVER_ERROR"), call.requestId);
    }
  }

  /** The order of checks of the specification: route, credentials, body, fields, meaning. */
  function run(request: IncomingMessage, call: Call, parsed: unknown): object {
    const { environment, path } = call;
    const route = environment === "sandbox" ? path.slice(SANDBOX.length) : path;
    const endpoint = Object.hasOwn(endpoints, route) ? endpoints[route] : undefined;
    if (!endpoint || request.method !== "POST") throw new PlaidFailure("NOT_FOUND");

    const credentials = readCredentials(request.headers, parsed);
    const complete = credentials.client_id !== undefined && credentials.secret !== undefined;
    if (!complete && !isObject(parsed)) throw new PlaidFailure("INVALID_BODY");
    const caller = identify(store, partner, environment, credentials);
    const allowed = caller === "partner" && store.setting("partner").is_reseller;
    if (endpoint.partnerOnly && !allowed) throw new PlaidFailure("UNAUTHORIZED_ROUTE_ACCESS");
    rateLimit(path);
    if (!isObject(parsed)) throw new PlaidFailure("INVALID_BODY");
    endpoint.check(parsed);
    return endpoint.run(parsed, environment);
  }

  /** Rule C7: fields Plaid may add tomorrow. */
  function extended(answer: Answer): Answer {
    if (!store.setting("options").extra_response_fields) return answer;
    // An object stays an object.
    return { ...answer, body: withExtraFields(answer.body) as object };
  }
}

async function pause(ms: number): Promise<void> {
  if (ms > 0) await new Promise((resolve) => setTimeout(resolve, ms));
}

function withExtraFields(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withExtraFields);
  if (!isObject(value)) return value;
  const known = Object.entries(value).map(([name, part]) => [name, withExtraFields(part)]);
  return { ...Object.fromEntries(known), x_added_later: { values: [1, null, "new"] } };
}

function isJson(request: IncomingMessage): boolean {
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  return type === "application/json";
}

function sendAnswer(response: ServerResponse, answer: Answer | undefined): Sent {
  if (!answer) throw new Error("a call without a fault always has an answer");
  sendJson(response, answer.status, answer.body);
  const code = "error_code" in answer.body ? String(answer.body.error_code) : null;
  return { status: answer.status, error_code: code };
}
