import { randomUUID } from "node:crypto";
import { REJECTION_SAMPLE_MIN } from "./assumptions";
import type { EmulatedClock } from "./clock";
import { deliver, recordAttempt, webhookHeaders } from "./deliveries";
import type { Faults, WebhookFault } from "./faults";
import type { Jobs } from "./jobs";
import type { Delivery, Job, WebhookEvent } from "./model";
import { currentKey, signBody, spoilSignature } from "./signing";
import type { Store } from "./store";

type WebhookJob = Extract<Job, { kind: "webhook" }>;
export type Webhooks = ReturnType<typeof createWebhooks>;

/** Rule W5: 30 s, then four times as long each, as long as the attempt falls within 24 h. */
const FIRST_RETRY_MS = 30_000;
const RETRY_FACTOR = 4;
const DAY_MS = 24 * 60 * 60 * 1000;
const REJECTED_SHARE_MAX = 0.9;
const REORDER_MS = 2_000;
const STALE_MS = 10 * 60 * 1000;

type Parts = { store: Store; clock: EmulatedClock; jobs: Jobs; faults: Faults };

export function createWebhooks({ store, clock, jobs, faults }: Parts) {
  /** Webhooks held back until the next one has been sent. */
  let held: (() => void)[] = [];

  jobs.register({ webhook: attempt });

  async function attempt(job: WebhookJob): Promise<void> {
    const { url } = store.setting("webhooks");
    if (!url) return jobs.remove(job.id);

    const applied = faults.takeForWebhook();
    const message = compose(store, job, url, applied);
    if (has(applied, "drop")) {
      recordAttempt(store, message.attempt, "dropped by a fault");
      return jobs.remove(job.id);
    }
    await holdBack(applied);
    // A reset in the meantime has forgotten this webhook.
    if (!store.jobs.get(job.id)) return;
    const { delivery } = await deliver(store, message.attempt, message.headers);
    if (has(applied, "duplicate")) await deliver(store, message.attempt, message.headers);
    if (!has(applied, "reorder")) releaseHeld();
    if (store.jobs.get(job.id)) settle(job, delivery);
  }

  async function holdBack(applied: WebhookFault[]): Promise<void> {
    const delay = applied.find(({ kind }) => kind === "delay");
    if (delay) await new Promise((resolve) => setTimeout(resolve, delay.ms ?? 1_000));
    const reorder = applied.find(({ kind }) => kind === "reorder");
    if (!reorder) return;
    await new Promise<void>((resolve) => {
      held.push(resolve);
      setTimeout(resolve, reorder.ms ?? REORDER_MS);
    });
  }

  function releaseHeld(): void {
    for (const release of held) release();
    held = [];
  }

  function settle(job: WebhookJob, delivery: Delivery): void {
    const due = clock.now() + FIRST_RETRY_MS * RETRY_FACTOR ** (job.attempt - 1);
    if (delivery.status === 200 || due - job.first_due > DAY_MS || isRejecting(store)) {
      jobs.remove(job.id);
      return;
    }
    const waitMs = clock.realWaitMs(due);
    const next = Number.isFinite(waitMs) ? new Date(Date.now() + waitMs).toISOString() : null;
    store.deliveries.put(delivery.id, { ...delivery, next_attempt_at: next });
    store.jobs.put(job.id, { ...job, attempt: job.attempt + 1, due });
  }

  return {
    fire(event: WebhookEvent): void {
      if (!store.setting("webhooks").url) return;
      const now = clock.now();
      jobs.put({ id: randomUUID(), kind: "webhook", due: now, event, attempt: 1, first_due: now });
    },
  };
}

function compose(store: Store, job: WebhookJob, url: string, faults: WebhookFault[]) {
  const raw = JSON.stringify(job.event, null, has(faults, "4-space") ? 4 : 2);
  const key = currentKey(store, has(faults, "wrong-env-kid") ? "sandbox" : "production");
  const stale = faults.find(({ kind }) => kind === "stale-iat");
  const iat = Math.floor((Date.now() - (stale?.ms ?? STALE_MS)) / 1000);
  const signed = signBody(key, raw, stale ? { claims: { iat } } : {});
  const token = has(faults, "bad-signature") ? spoilSignature(signed) : signed;

  return {
    attempt: {
      webhook_id: job.id,
      source: "transition" as const,
      url,
      raw,
      attempt: job.attempt,
      kid: key.kid,
      faults: faults.map(({ kind }) => kind),
    },
    headers: webhookHeaders(raw, token),
  };
}

/** More than 90 % of the attempts of the last 24 h failed: Plaid stops retrying. */
function isRejecting(store: Store): boolean {
  const since = new Date(Date.now() - DAY_MS).toISOString();
  const finished = store.deliveries
    .all()
    .filter(({ source, finished_at }) => source === "transition" && (finished_at ?? "") > since);
  const rejected = finished.filter(({ status }) => status !== 200).length;
  return finished.length >= REJECTION_SAMPLE_MIN && rejected / finished.length > REJECTED_SHARE_MAX;
}

function has(faults: WebhookFault[], kind: WebhookFault["kind"]): boolean {
  return faults.some((fault) => fault.kind === kind);
}
