import "server-only";
import { sql } from "drizzle-orm";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * How long until Plaid is asked again, in seconds; null when there is nothing to ask. No webhook
 * tells of a review, and webhooks about banks can be lost, so both are polled.
 */
export function pollInterval(customer: {
  status: string;
  /** Seconds since the status last changed. */
  ageSeconds: number;
  openBanks: number;
}): number | null {
  switch (customer.status) {
    case "ACTIVE":
      return customer.openBanks > 0 ? 10 * MINUTE : DAY;
    case "DENIED":
      return DAY;
    case "PENDING_ENABLEMENT":
      return 6 * HOUR;
    case "DRAFT":
    case "READY":
    case "SUBMIT_FAILED":
    case "SUBMIT_UNKNOWN":
    case "REMOVED":
      return null;
    default:
      return customer.ageSeconds < HOUR ? 5 * MINUTE : 30 * MINUTE;
  }
}

/** `due_at` for an interval, spread by a tenth so that customers created together drift apart. */
export function dueIn(seconds: number | null) {
  if (seconds === null) return null;
  return sql<Date>`now() + ${seconds * (0.9 + Math.random() * 0.2)} * interval '1 second'`;
}
