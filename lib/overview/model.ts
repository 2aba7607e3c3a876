import type { ActivityEntry } from "@/lib/activity/model";
import type { CustomerCounts, CustomerRow } from "@/lib/customers/model";

/** First page of the portal. Instants are ISO 8601. */
export type OverviewView = {
  counts: CustomerCounts;
  /** What waits for us the longest and matters the most. */
  needsYou: NeedView[];
  recent: RecentView[];
  system: SystemView;
  timeToLive: TimeToLiveView;
};

export type NeedView = CustomerRow & {
  /** Since when it waits: of a live customer, its bank. */
  since: string;
};

export type RecentView = Pick<ActivityEntry, "id" | "at" | "actor" | "action" | "details"> & {
  customer: { id: string; companyName: string };
};

export type SystemView = {
  /** When Plaid last sent a genuine webhook, and when it was last asked something; null when never. */
  lastWebhookAt: string | null;
  lastCheckAt: string | null;
  /** Plaid's last answer was missing. */
  plaidSilent: boolean;
  /** The oldest work that should have been done some minutes ago; null where there is none. */
  behindSince: string | null;
};

/** Customers that went live, and the days from the first draft until half of them were; null of none. */
type WentLive = { customers: number; medianDays: number | null };

/** All of the time shown, and its weeks, each by its Monday (`YYYY-MM-DD`). */
export type TimeToLiveView = WentLive & { weeks: ({ week: string } & WentLive)[] };

export function isFine({ plaidSilent, behindSince }: SystemView): boolean {
  return !plaidSilent && behindSince === null;
}

/** The middle of numbers that each stand there `n` times; null of none. */
export function medianOf(values: { value: number; n: number }[]): number | null {
  const total = values.reduce((sum, { n }) => sum + n, 0);
  let left = total / 2;
  for (const { value, n } of values.toSorted((a, b) => a.value - b.value)) {
    left -= n;
    if (n > 0 && left <= 0) return value;
  }
  return null;
}
