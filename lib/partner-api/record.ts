import "server-only";
import { db } from "@/db/client";
import { partnerApiRequests } from "@/db/schema";
import { describeFailure, log } from "@/lib/log";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { instruments } from "@/lib/telemetry/instruments";

type Request = {
  endpoint: string;
  customerId: string | null;
  attempt: number;
  durationMs: number;
  fields: string[] | null;
  result: {
    outcome: "ok" | PlaidProblem["kind"];
    httpStatus: number | null;
    requestId: string | null;
    errorCode?: string;
  };
};

/** Writes the call down. A database that is away must not turn Plaid's answer into a failure. */
export async function recordRequest({ result, durationMs, ...request }: Request): Promise<void> {
  const { outcome, httpStatus, requestId, errorCode = null } = result;
  const { endpoint } = request;
  instruments().partnerApiCalls.record(durationMs / 1_000, { endpoint, outcome });
  const row = { ...request, outcome, httpStatus, requestId, errorCode };
  try {
    await db.insert(partnerApiRequests).values({ ...row, durationMs: Math.round(durationMs) });
  } catch (error) {
    log.warn({ ...row, failure: describeFailure(error) }, "Partner API call could not be recorded");
  }
}
