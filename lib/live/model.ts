/** PostgreSQL channel that carries the news. */
export const LIVE_CHANNEL = "vestibule_live";

/** What an open page is told: one customer changed, or something may have been missed. */
export type LiveEvent = { type: "customer"; customerId: string } | { type: "refresh" };
