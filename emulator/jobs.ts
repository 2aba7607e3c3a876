import type { EmulatedClock } from "./clock";
import { log } from "./log";
import type { Job } from "./model";
import type { Store } from "./store";

type Runners = { [K in Job["kind"]]?: (job: Extract<Job, { kind: K }>) => void | Promise<void> };

export type Jobs = ReturnType<typeof createJobs>;

const TIMER_MS_MAX = 2 ** 31 - 1;

/** Runs stored work when it is due. A job stays stored until its runner removes or replaces it. */
export function createJobs(store: Store, clock: EmulatedClock) {
  const runners: Runners = {};
  const running = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let planned = false;
  let stopped = false;

  /** Once per turn of the event loop, however many jobs were put. */
  function wake(): void {
    if (planned) return;
    planned = true;
    setImmediate(plan);
  }

  function plan(): void {
    planned = false;
    clearTimeout(timer);
    if (stopped) return;
    const waiting = store.jobs.all().filter(({ id }) => !running.has(id));
    const next = waiting.reduce((due, job) => Math.min(due, job.due), Number.POSITIVE_INFINITY);
    const waitMs = clock.realWaitMs(next);
    if (waitMs !== Number.POSITIVE_INFINITY) {
      timer = setTimeout(runDue, Math.min(Math.ceil(waitMs), TIMER_MS_MAX));
    }
  }

  function runDue(): void {
    const now = clock.now();
    const due = store.jobs.all().filter((job) => job.due <= now && !running.has(job.id));
    due.sort((a, b) => a.due - b.due);
    for (const job of due) void run(job);
    wake();
  }

  async function run(job: Job): Promise<void> {
    running.add(job.id);
    try {
      if (job.kind === "webhook") await runners.webhook?.(job);
      else await runners.institution?.(job);
    } catch (error) {
      store.jobs.remove(job.id);
      log(`Job ${job.id} failed: ${error instanceof Error ? error.stack : error}`);
    } finally {
      running.delete(job.id);
      wake();
    }
  }

  return {
    register(given: Runners): void {
      Object.assign(runners, given);
    },
    put(job: Job): void {
      store.jobs.put(job.id, job);
      wake();
    },
    remove: (id: string) => store.jobs.remove(id),
    wake,
    stop(): void {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
