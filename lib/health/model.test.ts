import { expect, test } from "vitest";
import { type HealthCard, type HealthFacts, type HealthState, judge, worst } from "./model";

const at = "2026-11-20T10:00:00.000Z";
const plaid = { calls: 9, p50Ms: 80, p95Ms: 200, lastAt: at, silentInARow: 0, lastError: null };
const webhooks = { lastAt: at, failing: 0, quarantined: 0, orphans: 0 };
const queue = { name: "mails", lagMs: 0, quarantined: 0 };
const worker = {
  process: "a 1",
  version: "1",
  startedAt: at,
  seenMs: 1_000,
  slowest: "mails",
  slowestMs: 0,
};
const gone = { ...worker, seenMs: 61_000 };
const hanging = { ...worker, slowestMs: 121_000 };
const mail = {
  configured: true,
  lagMs: 0,
  quarantined: 0,
  lastSentAt: at,
  lastFailure: null,
};
const database = {
  version: "18",
  answeredMs: 2,
  connections: 20,
  connectionsMax: 100,
  migrationsApplied: 12,
  migrationsNeeded: 12,
};
const clock = { databaseMs: 3, plaidMs: -400 };

function row<Card extends HealthCard>(
  card: Card,
  state: HealthState,
  facts: HealthFacts[Card],
): [string, () => HealthState] {
  return [`${card} ${JSON.stringify(facts)}: ${state}`, () => judge(card, facts)];
}

const rows: [string, () => HealthState][] = [
  row("plaid", "fine", plaid),
  row("plaid", "unknown", { ...plaid, calls: 0, p50Ms: null, p95Ms: null, lastAt: null }),
  row("plaid", "watch", { ...plaid, silentInARow: 1 }),
  row("plaid", "watch", { ...plaid, p95Ms: 5_001 }),
  row("plaid", "broken", { ...plaid, silentInARow: 3 }),
  row("webhooks", "fine", webhooks),
  row("webhooks", "unknown", { ...webhooks, lastAt: null }),
  row("webhooks", "watch", { ...webhooks, orphans: 1 }),
  row("webhooks", "watch", { ...webhooks, quarantined: 1 }),
  row("webhooks", "watch", { ...webhooks, failing: 1 }),
  row("queues", "fine", [queue, { ...queue, lagMs: 300_000 }]),
  row("queues", "watch", [queue, { ...queue, lagMs: 300_001 }]),
  row("queues", "watch", [queue, { ...queue, quarantined: 1 }]),
  row("queues", "broken", [queue, { ...queue, lagMs: 1_800_001 }]),
  row("workers", "broken", []),
  row("workers", "broken", [gone]),
  row("workers", "fine", [worker, gone]),
  row("workers", "broken", [hanging]),
  row("workers", "watch", [worker, hanging]),
  row("mail", "fine", mail),
  row("mail", "watch", { ...mail, configured: false }),
  row("mail", "watch", { ...mail, lastFailure: { at, reason: "REFUSED" } }),
  row("mail", "broken", { ...mail, lagMs: 1_800_001 }),
  row("database", "fine", database),
  row("database", "fine", { ...database, migrationsApplied: 13 }),
  row("database", "broken", { ...database, migrationsApplied: 11 }),
  row("database", "watch", { ...database, connections: 81 }),
  row("clock", "fine", clock),
  row("clock", "fine", { databaseMs: 0, plaidMs: null }),
  row("clock", "watch", { ...clock, databaseMs: -30_001 }),
  row("clock", "broken", { ...clock, plaidMs: 240_001 }),
];

test.each(rows)("%s", (name, judged) => {
  expect(name).toMatch(new RegExp(`: ${judged()}$`));
});

test("the worst of several is what counts", () => {
  expect(worst(["fine", "watch", "broken", "unknown"])).toBe("broken");
  expect(worst(["fine", "unknown", "watch"])).toBe("watch");
  expect(worst(["fine", "unknown"])).toBe("unknown");
  expect(worst([])).toBe("fine");
});
