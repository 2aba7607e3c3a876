/** `unknown`: nothing was asked or told yet that would tell. */
export type HealthState = "fine" | "watch" | "broken" | "unknown";

/** A source that has not looked for work for this long hangs: one task is given up long before. */
export const HANGS_MS = 120_000;
/** A process that has not told of itself for this long is gone; it does so every ten seconds. */
export const SILENT_MS = 60_000;
/** Work that waits for longer is behind, and for much longer not done at all. */
const BEHIND_MS = 5 * 60_000;
const STUCK_MS = 30 * 60_000;
/** A webhook's signature counts for five minutes; from half a minute on clocks are worth a look. */
const SKEW_MS = 30_000;
const SKEW_MAX_MS = 4 * 60_000;
const SLOW_MS = 5_000;
const CONNECTIONS_SHARE = 0.8;
/** What waits for a person is counted this far. */
export const COUNT_MAX = 1_000;

/** Instants are ISO 8601 by the clock of the database, ages and times in milliseconds. */
export type HealthFacts = {
  at: string;
  plaid: {
    /** Of the last hundred, newest first. */
    calls: number;
    p50Ms: number | null;
    p95Ms: number | null;
    lastAt: string | null;
    /** How many of the newest calls in a row had no usable answer. */
    silentInARow: number;
    lastError: { at: string; endpoint: string; code: string; requestId: string | null } | null;
  };
  webhooks: { lastAt: string | null; failing: number; quarantined: number; orphans: number };
  queues: { name: string; lagMs: number; quarantined: number }[];
  workers: {
    process: string;
    version: string;
    startedAt: string;
    seenMs: number;
    slowest: string;
    slowestMs: number;
  }[];
  mail: {
    configured: boolean;
    lagMs: number;
    quarantined: number;
    lastSentAt: string | null;
    lastFailure: { at: string; reason: string } | null;
  };
  database: {
    version: string;
    answeredMs: number;
    connections: number;
    connectionsMax: number;
    migrationsApplied: number;
    migrationsNeeded: number;
  };
  /** How far this process is ahead; null where Plaid was not asked by it yet. */
  clock: { databaseMs: number; plaidMs: number | null };
  build: { version: string; commit: string | null; startedAt: string; node: string };
};

export type HealthCard = Exclude<keyof HealthFacts, "at">;

const judges: { [Card in HealthCard]: (facts: HealthFacts[Card]) => HealthState } = {
  plaid: ({ calls, silentInARow, p95Ms }) => {
    if (calls === 0) return "unknown";
    if (silentInARow >= 3) return "broken";
    return silentInARow > 0 || (p95Ms ?? 0) > SLOW_MS ? "watch" : "fine";
  },
  webhooks: ({ lastAt, failing, quarantined, orphans }) => {
    if (failing + quarantined + orphans > 0) return "watch";
    return lastAt === null ? "unknown" : "fine";
  },
  queues: (queues) => worst(queues.map(queueState)),
  workers: (workers) => {
    const states = workers.map(workerState);
    // One that went without a word is no harm while another works.
    return states.includes("fine") ? worst(states.filter((state) => state !== "broken")) : "broken";
  },
  mail: ({ configured, lagMs, quarantined, lastFailure }) => {
    if (!configured) return "watch";
    const state = queueState({ lagMs, quarantined });
    return state === "fine" && lastFailure ? "watch" : state;
  },
  database: ({ migrationsApplied, migrationsNeeded, connections, connectionsMax }) => {
    if (migrationsApplied < migrationsNeeded) return "broken";
    return connections > CONNECTIONS_SHARE * connectionsMax ? "watch" : "fine";
  },
  clock: ({ databaseMs, plaidMs }) => {
    const skewMs = Math.max(Math.abs(databaseMs), Math.abs(plaidMs ?? 0));
    if (skewMs > SKEW_MAX_MS) return "broken";
    return skewMs > SKEW_MS ? "watch" : "fine";
  },
  build: () => "fine",
};

export function judge<Card extends HealthCard>(card: Card, facts: HealthFacts[Card]): HealthState {
  return judges[card](facts);
}

export function queueState(queue: { lagMs: number; quarantined: number }): HealthState {
  if (queue.lagMs > STUCK_MS) return "broken";
  return queue.lagMs > BEHIND_MS || queue.quarantined > 0 ? "watch" : "fine";
}

export function workerState(worker: { seenMs: number; slowestMs: number }): HealthState {
  if (worker.seenMs > SILENT_MS) return "broken";
  return worker.slowestMs > HANGS_MS ? "watch" : "fine";
}

const order: readonly HealthState[] = ["broken", "watch", "unknown", "fine"];

export function worst(states: HealthState[]): HealthState {
  return order.find((state) => states.includes(state)) ?? "fine";
}
