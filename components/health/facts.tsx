import { useTranslations } from "next-intl";
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
import type { Translate } from "@/lib/languages/model";
import { duration, queueTitle, stateTones } from "./texts";

type Fact = { term: string; value: ReactNode };
type T = Translate<"health">;

/** What is known of each part, as terms and values. */
export const factsOf: { [Card in HealthCard]: (facts: HealthFacts[Card], t: T) => Fact[] } = {
  plaid: ({ calls, p50Ms, p95Ms, lastAt, lastError }, t) => [
    { term: t("plaid.lastCall"), value: <Time at={lastAt} fallback={t("plaid.never")} /> },
    {
      term: t("plaid.times", { calls }),
      value:
        p50Ms === null || p95Ms === null
          ? "–"
          : t("plaid.percentiles", { p50: duration(p50Ms, t), p95: duration(p95Ms, t) }),
    },
    {
      term: t("plaid.lastError"),
      value: lastError ? <LastError {...lastError} /> : t("plaid.noError"),
    },
  ],
  webhooks: ({ lastAt, failing, quarantined, orphans }, t) => [
    { term: t("webhooks.last"), value: <Time at={lastAt} fallback={t("webhooks.never")} /> },
    { term: t("webhooks.failing"), value: atMost(failing, COUNT_MAX) },
    { term: t("webhooks.givenUp"), value: atMost(quarantined, COUNT_MAX) },
    { term: t("webhooks.orphans"), value: atMost(orphans, COUNT_MAX) },
  ],
  queues: (queues, t) =>
    queues.map((queue) => ({
      term: queueTitle(queue.name, t),
      value: (
        <Standing state={queueState(queue)}>
          {t(queue.lagMs > 0 ? "queues.waits" : "queues.empty", {
            time: duration(queue.lagMs, t),
            givenUp: queue.quarantined,
            shown: atMost(queue.quarantined, COUNT_MAX),
          })}
        </Standing>
      ),
    })),
  workers: (workers, t) =>
    workers.length === 0
      ? [{ term: t("workers.processes"), value: t("workers.none") }]
      : workers.map((worker) => ({
          term: worker.process,
          value: (
            <Standing state={workerState(worker)}>
              {t.rich(worker.slowestMs > 10_000 ? "workers.toldAndHangs" : "workers.told", {
                seen: duration(worker.seenMs, t),
                version: worker.version,
                work: queueTitle(worker.slowest, t),
                slowest: duration(worker.slowestMs, t),
                time: () => <Time at={worker.startedAt} />,
              })}
            </Standing>
          ),
        })),
  mail: ({ configured, lagMs, lastSentAt, lastFailure }, t) => [
    { term: t("mail.server"), value: t(configured ? "mail.configured" : "mail.unconfigured") },
    {
      term: t("mail.waiting"),
      value: lagMs > 0 ? t("mail.waits", { time: duration(lagMs, t) }) : t("mail.empty"),
    },
    { term: t("mail.lastSent"), value: <Time at={lastSentAt} fallback={t("mail.noneSent")} /> },
    {
      term: t("mail.lastFailure"),
      value: lastFailure
        ? t.rich("mail.failure", {
            reason: lastFailure.reason,
            code: (chunks) => <code>{chunks}</code>,
            time: () => <Time at={lastFailure.at} />,
          })
        : t("mail.noFailure"),
    },
  ],
  database: (database, t) => [
    { term: "PostgreSQL", value: database.version },
    { term: t("database.answered"), value: duration(database.answeredMs, t) },
    {
      term: t("database.connections"),
      value: t("database.connectionsOf", {
        used: database.connections,
        most: database.connectionsMax,
      }),
    },
    {
      term: t("database.migrations"),
      value:
        database.migrationsApplied < database.migrationsNeeded
          ? t("database.missing", {
              count: database.migrationsNeeded - database.migrationsApplied,
            })
          : t("database.applied"),
    },
  ],
  clock: ({ databaseMs, plaidMs }, t) => [
    { term: t("clock.database"), value: skew(databaseMs, t) },
    {
      term: t("clock.plaid"),
      value: plaidMs === null ? t("clock.notAsked") : skew(plaidMs, t),
    },
  ],
  build: ({ version, commit, startedAt, node }, t) => [
    { term: t("build.version"), value: version },
    {
      term: t("build.commit"),
      value: commit ? <code>{commit}</code> : t("build.unknownCommit"),
    },
    { term: "Node.js", value: node },
    { term: t("build.started"), value: <Time at={startedAt} /> },
  ],
};

function LastError({
  at,
  endpoint,
  code,
  requestId,
}: NonNullable<HealthFacts["plaid"]["lastError"]>) {
  const t = useTranslations("health.plaid");
  return t.rich(requestId ? "errorOfRequest" : "error", {
    outcome: code,
    requestId: requestId ?? "",
    code: (chunks) => <code>{chunks}</code>,
    endpoint: () => (
      <code>
        <Endpoint path={endpoint} />
      </code>
    ),
    time: () => <Time at={at} />,
  });
}

/** One of several: where it is not fine, that is said in a word. */
function Standing({ state, children }: { state: HealthState; children: ReactNode }) {
  const t = useTranslations("health.states");
  return (
    <span className="flex flex-wrap items-baseline gap-x-2">
      {state !== "fine" && <Badge tone={stateTones[state]}>{t(state)}</Badge>}
      <span className="min-w-0">{children}</span>
    </span>
  );
}

function skew(ms: number, t: T): string {
  if (Math.abs(ms) < 1_500) return t("clock.equal");
  return t(ms > 0 ? "clock.ahead" : "clock.behind", { time: duration(Math.abs(ms), t) });
}
