import "server-only";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { readCounts } from "@/lib/customers/counts";
import type { OverviewView } from "./model";
import { readNeeds } from "./needs-you";
import { readRecent } from "./recent";
import { readSystem } from "./system";
import { readTimeToLive } from "./time-to-live";

/** What needs a person, how many customers are where, and how things go. */
export async function getOverview(actor: Actor): Promise<OverviewView> {
  authorize(actor, "customer.read");
  const [counts, needsYou, recent, system, timeToLive] = await Promise.all([
    readCounts(),
    readNeeds(actor),
    readRecent(),
    readSystem(),
    readTimeToLive(),
  ]);
  return { counts, needsYou, recent, system, timeToLive };
}
