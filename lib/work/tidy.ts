import "server-only";
import { noteHead } from "@/lib/audit/head";
import { sweepChanges } from "@/lib/live/changes";
import { describeFailure, log } from "@/lib/log";
import { sweepTries } from "@/lib/rate-limits/take";
import { sweepRequests } from "@/lib/requests/sweep";
import { noticeDrafts } from "@/lib/retention/notice-drafts";
import { purgeDrafts } from "@/lib/retention/purge-drafts";
import { sweepEnded } from "@/lib/retention/sweep-ended";
import { sweepWebhooks } from "@/lib/webhooks/sweep";
import { compactCounts } from "./compact";

/** Done one after the other. */
const tasks = [
  ...[compactCounts, sweepChanges, sweepTries, sweepWebhooks, sweepRequests, noteHead],
  ...[noticeDrafts, purgeDrafts, sweepEnded],
];

/** Aggregates are summed up, and what nobody will ask for or nobody works on is forgotten. */
export async function tidy(): Promise<void> {
  for (const task of tasks) {
    await task().catch((error: unknown) => {
      log.error({ task: task.name, failure: describeFailure(error) }, "tidying failed");
    });
  }
}
