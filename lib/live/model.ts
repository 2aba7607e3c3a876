/** PostgreSQL channel that carries the news. */
export const LIVE_CHANNEL = "vestibule_live";

/**
 * A place in the order of transactions, as a decimal number: who has heard all news up to a point
 * knows of every transaction with a smaller id.
 */
export type Point = string;

/** A customer that changed, and the transaction it changed in. */
export type Change = { customerId: string; xid: string };

/** What an open page is told. */
export type News = {
  /** Null: anything may have changed. */
  changes: Change[] | null;
  point: Point;
};

/** Undefined for anything that is not ours: every role of the database may use the channel. */
export function readNews(payload: string): News | undefined {
  try {
    const { customerId, xid, point } = Object(JSON.parse(payload));
    const ours = typeof customerId === "string" && isPoint(xid) && isPoint(point);
    return ours ? { changes: [{ customerId, xid }], point } : undefined;
  } catch {
    return undefined;
  }
}

/** Small enough to be compared as a number: PostgreSQL would need centuries to get further. */
export function isPoint(given: unknown): given is Point {
  return typeof given === "string" && /^\d{1,15}$/.test(given);
}
