/** PostgreSQL channel that carries the news. */
export const LIVE_CHANNEL = "vestibule_live";

/**
 * A place in the order of transactions, as a decimal number: who has heard all news up to a point
 * knows of every transaction with a smaller id.
 */
export type Point = string;

/** What a webhook says about a bank of the customer; Plaid is asked next whether it is so. */
export type Report = { institutionId: string; status: string };

/** A customer that changed, and the transaction it changed in. */
export type Change = { customerId: string; xid: string; report?: Report };

/** What an open page is told. */
export type News = {
  /** Null: anything may have changed. */
  changes: Change[] | null;
  point: Point;
};

/** Undefined for anything that is not ours: every role of the database may use the channel. */
export function readNews(payload: string): News | undefined {
  try {
    const { customerId, xid, report, point } = Object(JSON.parse(payload));
    const ours = typeof customerId === "string" && isPoint(xid) && isPoint(point);
    if (!ours) return undefined;
    return { changes: [{ customerId, xid, ...(isReport(report) && { report }) }], point };
  } catch {
    return undefined;
  }
}

function isReport(given: unknown): given is Report {
  const { institutionId, status } = Object(given);
  return typeof institutionId === "string" && typeof status === "string";
}

/** Small enough to be compared as a number: PostgreSQL would need centuries to get further. */
export function isPoint(given: unknown): given is Point {
  return typeof given === "string" && /^\d{1,15}$/.test(given);
}
