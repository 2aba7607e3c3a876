import type { ReactNode } from "react";
import { Endpoint } from "@/components/requests/endpoint";
import { Badge } from "@/components/ui/badge";
import { atMost } from "@/components/ui/counts";
import { Time } from "@/components/ui/time";
import {
  COUNT_MAX,
  type HealthCard,
  type HealthFacts,
  type HealthState,
  queueState,
  workerState,
} from "@/lib/health/model";
import { duration, queueTitle, stateWords } from "./texts";

type Fact = { term: string; value: ReactNode };

/** What is known of each part, as terms and values. */
export const factsOf: { [Card in HealthCard]: (facts: HealthFacts[Card]) => Fact[] } = {
  plaid: ({ calls, p50Ms, p95Ms, lastAt, lastError }) => [
    { term: "Last call", value: <Time at={lastAt} fallback="Never" /> },
    {
      term: `Time of the last ${calls === 1 ? "call" : `${calls} calls`}`,
      value:
        p50Ms === null || p95Ms === null ? "–" : `p50 ${duration(p50Ms)}, p95 ${duration(p95Ms)}`,
    },
    { term: "Last error", value: lastError ? <LastError {...lastError} /> : "None among them" },
  ],
  webhooks: ({ lastAt, failing, quarantined, orphans }) => [
    { term: "Last genuine one", value: <Time at={lastAt} fallback="Never" /> },
    { term: "Tried without success", value: atMost(failing, COUNT_MAX) },
    { term: "Given up", value: atMost(quarantined, COUNT_MAX) },
    { term: "Orphans", value: atMost(orphans, COUNT_MAX) },
  ],
  queues: (queues) =>
    queues.map((queue) => ({
      term: queueTitle(queue.name),
      value: (
        <Standing state={queueState(queue)}>
          {queue.lagMs > 0 ? `Waits for ${duration(queue.lagMs)}` : "Nothing waits"}
          {queue.quarantined > 0 && `, ${atMost(queue.quarantined, COUNT_MAX)} given up`}
        </Standing>
      ),
    })),
  workers: (workers) =>
    workers.length === 0
      ? [{ term: "Processes", value: "None has told of itself within the last hour" }]
      : workers.map((worker) => ({
          term: worker.process,
          value: (
            <Standing state={workerState(worker)}>
              Told of itself {duration(worker.seenMs)} ago, version {worker.version}, started{" "}
              <Time at={worker.startedAt} />
              {worker.slowestMs > 10_000 &&
                `; ${queueTitle(worker.slowest)} has not looked for work for ${duration(worker.slowestMs)}`}
            </Standing>
          ),
        })),
  mail: ({ configured, lagMs, lastSentAt, lastFailure }) => [
    { term: "Server", value: configured ? "Configured" : "None: SMTP_URL is not set" },
    { term: "Waiting", value: lagMs > 0 ? `for ${duration(lagMs)}` : "Nothing" },
    { term: "Last sent", value: <Time at={lastSentAt} fallback="None of the newest" /> },
    {
      term: "Last failure",
      value: lastFailure ? (
        <>
          <code>{lastFailure.reason}</code>, <Time at={lastFailure.at} />
        </>
      ) : (
        "None among the newest"
      ),
    },
  ],
  database: (database) => [
    { term: "PostgreSQL", value: database.version },
    { term: "Answered within", value: duration(database.answeredMs) },
    { term: "Connections", value: `${database.connections} of ${database.connectionsMax}` },
    {
      term: "Migrations",
      value:
        database.migrationsApplied < database.migrationsNeeded
          ? `${database.migrationsNeeded - database.migrationsApplied} missing`
          : "All applied",
    },
  ],
  clock: ({ databaseMs, plaidMs }) => [
    { term: "Against the database", value: skew(databaseMs) },
    {
      term: "Against Plaid",
      value: plaidMs === null ? "This process has not asked Plaid yet" : skew(plaidMs),
    },
  ],
  build: ({ version, commit, startedAt, node }) => [
    { term: "Version", value: version },
    { term: "Commit", value: commit ? <code>{commit}</code> : "Not known" },
    { term: "Node.js", value: node },
    { term: "Started", value: <Time at={startedAt} /> },
  ],
};

function LastError({
  at,
  endpoint,
  code,
  requestId,
}: NonNullable<HealthFacts["plaid"]["lastError"]>) {
  return (
    <>
      <code>{code}</code> of{" "}
      <code>
        <Endpoint path={endpoint} />
      </code>
      , <Time at={at} />
      {requestId && (
        <>
          , request_id <code>{requestId}</code>
        </>
      )}
    </>
  );
}

/** One of several: where it is not fine, that is said in a word. */
function Standing({ state, children }: { state: HealthState; children: ReactNode }) {
  const { word, tone } = stateWords[state];
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      {state !== "fine" && <Badge tone={tone}>{word}</Badge>}
      <span className="min-w-0">{children}</span>
    </span>
  );
}

function skew(ms: number): string {
  if (Math.abs(ms) < 1_500) return "Equal to the second";
  return `${duration(Math.abs(ms))} ${ms > 0 ? "ahead" : "behind"}`;
}
