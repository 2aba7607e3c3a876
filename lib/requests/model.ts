import type { PlaidProblem } from "@/lib/partner-api/model";
import { addressOf, type Period, readCursor, readParameter, readPeriod } from "@/lib/period/model";

/** How a call of the Partner API ended: well, or as one kind of `PartnerApiError`. */
export const outcomes = [
  "ok",
  "rejected",
  "rate_limited",
  "not_sent",
  "unavailable",
] as const satisfies readonly ("ok" | PlaidProblem["kind"])[];
export type Outcome = (typeof outcomes)[number];

/** Every address of the Partner API that is called. */
export const endpoints = [
  "/partner/customer/create",
  "/partner/customer/get",
  "/partner/customer/enable",
  "/partner/customer/remove",
  "/partner/customer/oauth_institutions/get",
  "/webhook_verification_key/get",
] as const;

export type RequestFilter = Period & {
  endpoint: string | null;
  outcome: Outcome | null;
  /** Our id. */
  customerId: string | null;
  /** Plaid's, exact: it finds one call whatever else is chosen. */
  requestId: string | null;
  after: string | null;
};

export function readRequestFilter(query: Parameters<typeof readPeriod>[0]): RequestFilter {
  return {
    ...readPeriod(query),
    endpoint: endpoints.find((one) => one === readParameter(query, "endpoint")) ?? null,
    outcome: outcomes.find((one) => one === readParameter(query, "outcome")) ?? null,
    customerId: readParameter(query, "customer"),
    requestId: readParameter(query, "request_id"),
    after: readCursor(query),
  };
}

export function requestsAddress(filter: Partial<RequestFilter>): string {
  const { endpoint, outcome, customerId, requestId, from, until, after } = filter;
  return addressOf("/admin/requests", {
    ...{ endpoint: endpoint ?? null, outcome: outcome ?? null, customer: customerId ?? null },
    ...{ request_id: requestId ?? null, from: from ?? null, until: until ?? null },
    after: after ?? null,
  });
}

/** One call of the Partner API. `at` is ISO 8601. */
export type RequestView = {
  id: string;
  at: string;
  endpoint: string;
  customer: { id: string; companyName: string; clientId: string | null } | null;
  attempt: number;
  outcome: Outcome;
  httpStatus: number | null;
  errorCode: string | null;
  requestId: string | null;
  durationMs: number;
  /** Names of the fields that were sent, where they were noted. */
  fields: string[] | null;
};

export type RequestPage = { rows: RequestView[]; next: string | null };
