import "server-only";
import { singleton } from "@/lib/singleton";

type Told = { aheadMs: number };

const last = () => singleton<{ told?: Told }>("plaid-clock", () => ({}));

/** Notes what an answer's `Date` says, to the second. */
export function notePlaidClock(date: unknown): void {
  const at = typeof date === "string" ? Date.parse(date) : Number.NaN;
  if (!Number.isNaN(at)) last().told = { aheadMs: Date.now() - at };
}

/** How far this process is ahead of Plaid; undefined before it has asked Plaid anything. */
export function plaidClock(): Told | undefined {
  return last().told;
}
