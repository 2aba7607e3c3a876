import type { Change, News, Point, Report } from "@/lib/live/model";

/** Customers that changed; null when anything may have. */
type Listener = (changes: Change[] | null) => void;
type ReportListener = (customerId: string, report: Report) => void;

/** Customers whose latest change is remembered, for pages that were being made meanwhile. */
const REMEMBERED_MAX = 500;

const listeners = new Set<Listener>();
const reportListeners = new Set<ReportListener>();
const latest = new Map<string, number>();
/** A page from before this point may lack changes that are not remembered. */
let forgottenBefore = 0;

/** Calls back for every change that is not in what was read at `point`, until it is unsubscribed. */
export function listenSince(point: Point, listener: Listener): () => void {
  const at = Number(point);
  const missed = [...latest]
    .filter(([, xid]) => xid >= at)
    .map(([customerId, xid]) => ({ customerId, xid: String(xid) }));
  if (at < forgottenBefore) listener(null);
  else if (missed.length > 0) listener(missed);
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Calls back for what webhooks say. What comes of it is told to the others, later. */
export function listenToReports(listener: ReportListener): () => void {
  reportListeners.add(listener);
  return () => reportListeners.delete(listener);
}

export function tell({ changes, point }: News): void {
  if (changes === null) forgottenBefore = Math.max(forgottenBefore, Number(point));
  for (const { customerId, xid } of changes ?? []) remember(customerId, Number(xid));
  for (const { customerId, report } of changes ?? []) {
    if (report) for (const listener of reportListeners) listener(customerId, report);
  }
  const recorded = changes?.filter(({ report }) => !report) ?? null;
  if (recorded?.length === 0) return;
  for (const listener of listeners) listener(recorded);
}

function remember(customerId: string, xid: number): void {
  latest.delete(customerId);
  latest.set(customerId, xid);
  if (latest.size <= REMEMBERED_MAX) return;
  const [oldest] = latest;
  if (!oldest) return;
  latest.delete(oldest[0]);
  forgottenBefore = Math.max(forgottenBefore, oldest[1] + 1);
}
