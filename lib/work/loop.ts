import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { openListener } from "@/db/client";
import {
  bulkItems,
  bulkRuns,
  customers,
  deliveries,
  imports,
  invitations,
  mails,
  secrets,
  users,
} from "@/db/schema";
import { newId } from "@/lib/id";
import { describeFailure, log } from "@/lib/log";
import { withLogContext } from "@/lib/log-context";
import { isConnectionFailure } from "@/lib/outage";
import { PartnerApiError } from "@/lib/partner-api/errors";
import { singleton } from "@/lib/singleton";
import { type JobOutcome, traceJob } from "@/lib/telemetry/jobs";
import {
  type Claimed,
  claimDue,
  countFailure,
  giveBack,
  lease,
  postpone,
  type WorkTable,
} from "./claim";
import { type Heartbeats, startHeartbeat } from "./heartbeat";

/** Rows that become due by time alone are found this late at most. */
const IDLE_MS = 2_000;
const BLIND_MS = 1_000;
const TIDY_MS = 60_000;
const FINISH_MS = 7_000;

type Source = {
  name: string;
  table: WorkTable;
  /** How one row is done. Loaded with the first one: a process starts without it. */
  load: () => Promise<(id: string, signal: AbortSignal) => Promise<void>>;
};

/** What is done, by the table that says when. Two of a name are two at once. */
export const sources: readonly Source[] = [
  {
    name: "deliveries",
    table: deliveries,
    load: async () => (await import("@/lib/webhooks/project")).projectDelivery,
  },
  {
    name: "deliveries",
    table: deliveries,
    load: async () => (await import("@/lib/webhooks/project")).projectDelivery,
  },
  { name: "mails", table: mails, load: async () => (await import("./send-mail")).sendMail },
  {
    name: "customers",
    table: customers,
    load: async () => (await import("@/lib/customers/due")).performDueCustomer,
  },
  {
    name: "invitations",
    table: invitations,
    load: async () => (await import("@/lib/notifications/remind")).remind,
  },
  {
    name: "users",
    table: users,
    load: async () => (await import("@/lib/notifications/digest")).sendDigest,
  },
  {
    name: "runs",
    table: bulkItems,
    load: async () => (await import("@/lib/runs/perform")).performItem,
  },
  {
    name: "runs",
    table: bulkItems,
    load: async () => (await import("@/lib/runs/perform")).performItem,
  },
  {
    name: "old runs",
    table: bulkRuns,
    load: async () => (await import("@/lib/runs/sweep")).sweepRun,
  },
  {
    name: "old imports",
    table: imports,
    load: async () => (await import("@/lib/imports/sweep")).sweepImport,
  },
  {
    name: "secrets",
    table: secrets,
    load: async () => (await import("@/lib/secrets/delete-due")).deleteDueSecret,
  },
];

export type Work = {
  /** When each source last looked for work; a health check compares it with the clock. */
  heartbeats: Heartbeats;
  /** Claims nothing more; what is not done after `finishMs` is left to another process. */
  stop: (finishMs?: number) => Promise<void>;
};

/** Starts the background work of this process, once. Any number of processes may run it. */
export function startWork(): Work {
  return singleton("work", () => {
    const stopping = new AbortController();
    const heartbeats: Heartbeats = new Map();
    const bell = makeBell();
    const listener = openListener();
    // Without the notification work is still found, IDLE_MS later.
    void listener.listen("vestibule_work", bell.ring, () => bell.ring()).catch(() => {});

    const loops = runAll({ stopping, heartbeats, bell });
    const tidying = setInterval(() => void tidy(), TIDY_MS);
    tidying.unref();
    const stopHeartbeat = startHeartbeat(heartbeats);
    const stop = async (finishMs = FINISH_MS) => {
      clearInterval(tidying);
      stopping.abort();
      bell.ring();
      const late = sleep(finishMs, undefined, { ref: false });
      await Promise.race([loops, late]);
      const left = await giveBack().catch(() => 0);
      if (left > 0) log.warn({ left }, "work left to another process");
      await stopHeartbeat();
      await listener.end({ timeout: 1 });
    };
    return { heartbeats, stop };
  });
}

/** Loaded with the first time, as the work is. */
async function tidy(): Promise<void> {
  try {
    await (await import("./tidy")).tidy();
  } catch (error) {
    log.error({ failure: describeFailure(error) }, "tidying failed");
  }
}

type Surroundings = {
  stopping: AbortController;
  heartbeats: Heartbeats;
  bell: Bell;
};

/** Each begins when the one before has looked: all at once would open a connection each. */
async function runAll(surroundings: Surroundings): Promise<void> {
  const loops: Promise<void>[] = [];
  for (const source of sources) {
    if (surroundings.stopping.signal.aborted) break;
    await new Promise<void>((looked) => loops.push(run(source, surroundings, looked)));
  }
  await Promise.all(loops);
}

async function run(
  source: Source,
  { stopping, heartbeats, bell }: Surroundings,
  looked: () => void,
): Promise<void> {
  while (!stopping.signal.aborted) {
    heartbeats.set(source.name, new Date());
    const rung = bell.rung(source.name);
    try {
      const row = await claimDue(source.table).finally(looked);
      if (row) await withLogContext(newId("job"), () => perform(source, row, stopping.signal));
      else await bell.wait(source.name, rung, IDLE_MS);
    } catch (error) {
      log.error({ source: source.name, failure: describeFailure(error) }, "work interrupted");
      await bell.wait(source.name, rung, BLIND_MS);
    }
  }
}

function perform(source: Source, { id, traceParent }: Claimed, signal: AbortSignal): Promise<void> {
  const job = { source: source.name, parent: traceParent };
  return traceJob(job, () => performOne(source, id, signal));
}

async function performOne(source: Source, id: string, signal: AbortSignal): Promise<JobOutcome> {
  try {
    const perform = await source.load();
    await lease(source.table, id, () => perform(id, signal));
    return "done";
  } catch (error) {
    const failure = describeFailure(error);
    const reason = failure.code ?? failure.name ?? "unknown";
    log.warn({ source: source.name, id, failure }, "work failed");
    const outage = isOutage(error);
    if (outage) await postpone(source.table, id, reason);
    else await countFailure(source.table, id, reason);
    return outage ? "later" : "failed";
  }
}

/** What a mail server says about a mail is an ending or "later"; Node's network codes begin with E. */
function isOutage(error: unknown): boolean {
  if (error instanceof PartnerApiError) return error.kind !== "rejected";
  const { code, responseCode } = describeFailure(error);
  if (responseCode) return true;
  if (code === "EENVELOPE" || code === "EMESSAGE") return false;
  return isConnectionFailure(error);
}

type Bell = {
  /** The name of a source wakes that one only. */
  ring: (name?: string) => void;
  rung: (name: string) => number;
  wait: (name: string, rung: number, ms: number) => Promise<void>;
};

/** Wakes sleeping loops; one that looked for work while it rang looks again. */
function makeBell(): Bell {
  const rings = new Map<string, number>();
  const sleepers = new Map<() => void, string>();
  const rung = (name: string) => (rings.get("") ?? 0) + (rings.get(name) ?? 0);
  return {
    rung,
    ring: (name = "") => {
      rings.set(name, (rings.get(name) ?? 0) + 1);
      for (const [wake, sleeper] of sleepers) if (name === "" || name === sleeper) wake();
    },
    wait: (name, before, ms) =>
      new Promise((resolve) => {
        if (rung(name) !== before) return resolve();
        const wake = () => {
          clearTimeout(timer);
          sleepers.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        sleepers.set(wake, name);
      }),
  };
}
