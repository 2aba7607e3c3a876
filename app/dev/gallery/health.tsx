import { Health } from "@/components/health/health";
import type { HealthFacts } from "@/lib/health/model";
import { LONG_NAME } from "./samples";
import { Room, Specimen } from "./specimen";

const at = "2026-11-20T14:02:00.000Z";
const worker = { version: "0.1.0", startedAt: at, slowest: "deliveries" };

const troubled: HealthFacts = {
  at,
  plaid: {
    calls: 100,
    p50Ms: 640,
    p95Ms: 10_004,
    lastAt: at,
    silentInARow: 4,
    lastError: {
      at,
      endpoint: "/partner/customer/oauth_institutions/get",
      code: "UNREADABLE_ANSWER",
      requestId: "m8MDnv9okwxFNBV",
    },
  },
  webhooks: { lastAt: null, failing: 12, quarantined: 1_000, orphans: 3 },
  queues: [
    { name: "deliveries", lagMs: 5_400_000, quarantined: 0 },
    { name: "customers", lagMs: 420_000, quarantined: 2 },
    { name: "something new", lagMs: 0, quarantined: 0 },
  ],
  workers: [
    { ...worker, process: `${LONG_NAME} 1`, seenMs: 4_000, slowestMs: 180_000 },
    { ...worker, process: "portal-2 31", seenMs: 900_000, slowestMs: 20 },
  ],
  mail: {
    configured: false,
    lagMs: 90_000,
    quarantined: 1,
    lastSentAt: null,
    lastFailure: { at, reason: "ECONNREFUSED" },
  },
  database: {
    version: "18.4 (Debian 18.4-1.pgdg120+1)",
    answeredMs: 1_200,
    connections: 97,
    connectionsMax: 100,
    migrationsApplied: 14,
    migrationsNeeded: 16,
  },
  clock: { databaseMs: -42_000, plaidMs: null },
  build: { version: "0.1.0", commit: null, startedAt: at, node: "v24.4.0" },
};

export function SystemHealth() {
  return (
    <Room title="System health">
      <Specimen of="Health, where much is wrong">
        <Health facts={troubled} />
      </Specimen>
    </Room>
  );
}
