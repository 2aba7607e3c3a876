import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { partnerApiRequests } from "@/db/schema";
import type { HealthFacts } from "./model";

const CALLS = 100;

/** Of the last calls, whoever made them: looking asks Plaid nothing. */
export async function readPlaid(): Promise<HealthFacts["plaid"]> {
  const calls = await db
    .select({
      at: partnerApiRequests.at,
      endpoint: partnerApiRequests.endpoint,
      outcome: partnerApiRequests.outcome,
      errorCode: partnerApiRequests.errorCode,
      requestId: partnerApiRequests.requestId,
      durationMs: partnerApiRequests.durationMs,
    })
    .from(partnerApiRequests)
    .orderBy(sql`${partnerApiRequests.at} desc nulls last`)
    .limit(CALLS);
  const times = calls.map(({ durationMs }) => durationMs).toSorted((a, b) => a - b);
  const heard = calls.findIndex(({ outcome }) => outcome === "ok" || outcome === "rejected");
  const error = calls.find(({ outcome }) => outcome !== "ok");
  return {
    calls: calls.length,
    p50Ms: times[Math.floor((times.length - 1) * 0.5)] ?? null,
    p95Ms: times[Math.floor((times.length - 1) * 0.95)] ?? null,
    lastAt: calls[0]?.at.toISOString() ?? null,
    silentInARow: heard === -1 ? calls.length : heard,
    lastError: error
      ? {
          at: error.at.toISOString(),
          endpoint: error.endpoint,
          code: error.errorCode ?? error.outcome,
          requestId: error.requestId,
        }
      : null,
  };
}
