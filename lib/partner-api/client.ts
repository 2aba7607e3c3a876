import "server-only";
import http from "node:http";
import https from "node:https";
import type { PlaidApi } from "plaid";
import type { z } from "zod";
import { env, partnerApiUrl } from "@/lib/env";
import { singleton } from "@/lib/singleton";
import { traceCall } from "@/lib/telemetry/partner-api";
import {
  type CreateAnswer,
  createAnswer,
  enableAnswer,
  getAnswer,
  keyAnswer,
  type RegistrationAnswer,
  registrationAnswer,
  removeAnswer,
  type WebhookKey,
} from "./answers";
import { notePlaidClock } from "./clock";
import { type PartnerApiError, silence, toPartnerApiError } from "./errors";
import { fieldNames } from "./field-names";
import type { CreateRequest } from "./mapping";
import { recordRequest } from "./record";

const READ_TIMEOUT_MS = 10_000;
const CREATE_TIMEOUT_MS = 30_000;
/** The loop counts each of its calls (lib/work/budget.ts), and comes again by itself. */
const READ_TRIES = { person: 3, loop: 1 };
/** In the form of Plaid's own, which are 24 hexadecimal digits. */
const NOBODY = "0".repeat(24);
const ANSWER_BYTES_MAX = 5_000_000;

/** Who waits for the answer of a read. */
type Asker = keyof typeof READ_TRIES;

/** Axios options of one call; the SDK passes them through. */
type CallOptions = { timeout: number; signal: AbortSignal };

type Call<T> = {
  endpoint: string;
  /** Our own id, for the request log; null when the call is about no customer. */
  customerId: string | null;
  answer: z.ZodType<T>;
  timeoutMs: number;
  /** What is sent, where the names of its fields are worth noting. */
  body?: object;
  /** 1 = never sent again by the program. */
  tries: number;
  send: (
    api: PlaidApi,
    options: CallOptions,
  ) => Promise<{ data: unknown; status: number; headers: object }>;
};

/**
 * Creates an end customer. Sent exactly once: Plaid takes no idempotency key.
 *
 * @throws PartnerApiError `unavailable` when the customer may exist nevertheless.
 */
export function createEndCustomer(
  customerId: string,
  request: CreateRequest,
): Promise<CreateAnswer> {
  return call({
    endpoint: "/partner/customer/create",
    customerId,
    answer: createAnswer,
    timeoutMs: CREATE_TIMEOUT_MS,
    tries: 1,
    body: request,
    send: (api, options) => api.partnerCustomerCreate(request, options),
  });
}

/**
 * @param customerId null while it is none of ours.
 * @throws PartnerApiError `rejected` with CUSTOMER_NOT_FOUND when Plaid does not know the client_id.
 */
export function getEndCustomer(
  customerId: string | null,
  clientId: string,
  asker: Asker = "person",
) {
  return call({
    endpoint: "/partner/customer/get",
    customerId,
    answer: getAnswer,
    timeoutMs: READ_TIMEOUT_MS,
    tries: READ_TRIES[asker],
    send: (api, options) => api.partnerCustomerGet({ end_customer_client_id: clientId }, options),
  });
}

/** Asks once about a client_id that is none: how Plaid refuses tells whether it takes our credentials. */
export function askForNobody() {
  return call({
    endpoint: "/partner/customer/get",
    customerId: null,
    answer: getAnswer,
    timeoutMs: READ_TIMEOUT_MS,
    tries: 1,
    send: (api, options) => api.partnerCustomerGet({ end_customer_client_id: NOBODY }, options),
  });
}

/** Takes effect at once and cannot be undone; never sent again by the program. */
export function enableEndCustomer(customerId: string, clientId: string) {
  return call({
    endpoint: "/partner/customer/enable",
    customerId,
    answer: enableAnswer,
    timeoutMs: CREATE_TIMEOUT_MS,
    tries: 1,
    send: (api, options) =>
      api.partnerCustomerEnable({ end_customer_client_id: clientId }, options),
  });
}

export function removeEndCustomer(customerId: string, clientId: string) {
  return call({
    endpoint: "/partner/customer/remove",
    customerId,
    answer: removeAnswer,
    timeoutMs: CREATE_TIMEOUT_MS,
    tries: 1,
    send: (api, options) =>
      api.partnerCustomerRemove({ end_customer_client_id: clientId }, options),
  });
}

/** The only source of truth for a customer's banks; webhooks merely say when to look. */
export function getOAuthInstitutions(
  customerId: string,
  clientId: string,
  asker: Asker = "person",
): Promise<RegistrationAnswer> {
  return call({
    endpoint: "/partner/customer/oauth_institutions/get",
    customerId,
    answer: registrationAnswer,
    timeoutMs: READ_TIMEOUT_MS,
    tries: READ_TRIES[asker],
    send: (api, options) =>
      api.partnerCustomerOauthInstitutionsGet({ end_customer_client_id: clientId }, options),
  });
}

/** One try and a short wait: Plaid gives a webhook 10 seconds and delivers it again. */
export async function fetchWebhookKey(kid: string): Promise<WebhookKey> {
  const { key } = await call({
    endpoint: "/webhook_verification_key/get",
    customerId: null,
    answer: keyAnswer,
    timeoutMs: 5_000,
    tries: 1,
    send: (api, options) => api.webhookVerificationKeyGet({ key_id: kid }, options),
  });
  return key;
}

async function call<T>(request: Call<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await traceCall(request.endpoint, () => tryOnce(request, attempt));
    if (outcome.ok) return outcome.value;
    if (attempt >= request.tries || !worthAnotherTry(outcome.error)) throw outcome.error;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 250 * 2 ** attempt));
  }
}

async function tryOnce<T>(
  { endpoint, customerId, answer, timeoutMs, body, send }: Call<T>,
  attempt: number,
): Promise<{ ok: true; value: T } | { ok: false; error: PartnerApiError }> {
  const startedAt = performance.now();
  const record = (result: Parameters<typeof recordRequest>[0]["result"]) =>
    recordRequest({
      endpoint,
      customerId,
      attempt,
      result,
      fields: body ? fieldNames(body) : null,
      durationMs: performance.now() - startedAt,
    });
  try {
    const api = await openApi();
    // axios' own timeout ends with the headers' arrival; the signal also bounds the body.
    const signal = AbortSignal.timeout(timeoutMs);
    const { data, status, headers } = await send(api, { timeout: timeoutMs, signal });
    notePlaidClock(Reflect.get(headers, "date"));
    const parsed = answer.safeParse(data);
    if (!parsed.success) throw silence("unavailable", "UNREADABLE_ANSWER", status);
    await record({ outcome: "ok", httpStatus: status, requestId: readRequestId(data) });
    return { ok: true, value: parsed.data };
  } catch (failure) {
    const error = toPartnerApiError(failure);
    await record({ outcome: error.kind, ...error, errorCode: error.code });
    return { ok: false, error };
  }
}

/** A timeout is not tried again: somebody has already waited long enough. */
function worthAnotherTry(error: PartnerApiError): boolean {
  return error.kind !== "rejected" && error.code !== "TIMEOUT";
}

function readRequestId(data: unknown): string | null {
  const requestId = typeof data === "object" && data !== null && Reflect.get(data, "request_id");
  return typeof requestId === "string" ? requestId : null;
}

/** The SDK is loaded with the first call: it is a third of what a process would start with. */
function openApi(): Promise<PlaidApi> {
  return singleton("partner-api", async () => {
    const { Configuration, PlaidApi } = await import("plaid");
    const variables = env();
    const configuration = new Configuration({
      basePath: partnerApiUrl(variables),
      baseOptions: {
        headers: {
          "PLAID-CLIENT-ID": variables.PLAID_CLIENT_ID,
          "PLAID-SECRET": variables.PLAID_SECRET,
        },
        maxRedirects: 0,
        maxContentLength: ANSWER_BYTES_MAX,
        // A kept connection may be dead: a create that fails on it would have an unknown outcome.
        httpAgent: new http.Agent({ keepAlive: false }),
        httpsAgent: new https.Agent({ keepAlive: false }),
        // The emulator listens on loopback, where no proxy leads.
        ...(variables.PLAID_ENV === "emulator" && { proxy: false }),
      },
    });
    return new PlaidApi(configuration);
  });
}
