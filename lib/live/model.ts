/** PostgreSQL channel that carries the news. */
export const LIVE_CHANNEL = "vestibule_live";

/**
 * What an open page is told: one customer changed, something may have been missed, or this process
 * is stopping and the page must connect again.
 */
export type LiveEvent =
  | { type: "customer"; customerId: string }
  | { type: "refresh" }
  | { type: "close" };

/** Undefined for anything that is not ours: every role of the database may use the channel. */
export function readNews(payload: string): LiveEvent | undefined {
  try {
    const news: unknown = JSON.parse(payload);
    const customerId = typeof news === "object" && news && Reflect.get(news, "customerId");
    return typeof customerId === "string" ? { type: "customer", customerId } : undefined;
  } catch {
    return undefined;
  }
}
