import "server-only";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { metrics } from "@opentelemetry/api";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { readQueues } from "@/lib/health/read-queues";
import { readWebhooks } from "@/lib/health/read-webhooks";
import { describeFailure, log } from "@/lib/log";

const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;

/** What is read only when somebody asks. */
export function observe(): void {
  observeProcess();
  observeDatabase();
}

function observeProcess(): void {
  const meter = metrics.getMeter("vestibule");
  const delay = monitorEventLoopDelay();
  delay.enable();
  const cpu = meter.createObservableCounter("process.cpu.time", {
    description: "Processor time of this process",
    unit: "s",
  });
  cpu.addCallback((result) => {
    const { user, system } = process.cpuUsage();
    result.observe(user / MICROSECONDS, { "cpu.mode": "user" });
    result.observe(system / MICROSECONDS, { "cpu.mode": "system" });
  });
  const memory = meter.createObservableGauge("process.memory.usage", {
    description: "Memory of this process that is in RAM",
    unit: "By",
  });
  memory.addCallback((result) => result.observe(process.memoryUsage.rss()));
  const heap = meter.createObservableGauge("v8js.memory.heap.used", {
    description: "What JavaScript holds",
    unit: "By",
  });
  heap.addCallback((result) => result.observe(process.memoryUsage().heapUsed));
  const lag = meter.createObservableGauge("nodejs.eventloop.delay", {
    description: "How late timers were since this was last read",
    unit: "s",
  });
  lag.addCallback((result) => {
    result.observe(delay.percentile(50) / NANOSECONDS, { quantile: "0.5" });
    result.observe(delay.percentile(99) / NANOSECONDS, { quantile: "0.99" });
    result.observe(delay.max / NANOSECONDS, { quantile: "1" });
    delay.reset();
  });
}

function observeDatabase(): void {
  const meter = metrics.getMeter("vestibule");
  const gauge = (name: string, description: string, unit = "") =>
    meter.createObservableGauge(name, { description, unit });
  const up = gauge("vestibule.database.up", "1 when the readings below could be made");
  const depth = gauge("vestibule.queue.depth", "Rows that are due; counting ends at 1,000");
  const lag = gauge("vestibule.queue.lag", "How long the oldest due row has waited", "s");
  const quarantined = gauge("vestibule.queue.quarantined", "Rows that wait for a person");
  const orphans = gauge("vestibule.webhook.orphans", "Webhooks whose customer is not known");
  const unknown = gauge("vestibule.outcomes.unknown", "Calls of which nobody knows what they did");
  meter.addBatchObservableCallback(
    async (result) => {
      try {
        const [queues, webhooks, outcomes] = await Promise.all([
          readQueues(),
          readWebhooks(),
          readUnknown(),
        ]);
        for (const queue of queues) {
          const source = { source: queue.name };
          result.observe(depth, queue.due, source);
          result.observe(lag, queue.lagMs / 1_000, source);
          result.observe(quarantined, queue.quarantined, source);
        }
        result.observe(orphans, webhooks.orphans);
        for (const { status, n } of outcomes) result.observe(unknown, n, { status });
        result.observe(up, 1);
      } catch (error) {
        log.warn({ failure: describeFailure(error) }, "metrics could not be read");
        result.observe(up, 0);
      }
    },
    [up, depth, lag, quarantined, orphans, unknown],
  );
}

/** From the counters, which are exact and a few rows. */
function readUnknown() {
  return db.execute<{ status: string; n: number }>(sql`
    select status, coalesce(sum(n), 0)::int as n
    from (values ('SUBMIT_UNKNOWN'), ('ENABLE_UNKNOWN')) as asked (status)
    left join customer_counts using (status)
    group by status`);
}
