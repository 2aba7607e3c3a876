import { formatCount } from "@/components/ui/counts";
import type { ChainVerdict, Flaw } from "@/lib/audit/model";
import { dateOf } from "@/lib/time/model";

const flaws: Record<Flaw, string> = {
  changed: "it was changed after it was written",
  missing: "it is missing",
  added: "it was added later, or moved there",
  cut: "it and everything after it was cut off",
  person_changed: "who did it was changed after it was written",
  person_missing: "who did it was taken away, and no erasure is on record",
};

/** What came of checking the log, in one sentence. */
export function describeVerdict(verdict: ChainVerdict): string {
  if (!verdict.whole) {
    return `Entry ${formatCount(verdict.seq)} does not match: ${flaws[verdict.flaw]}`;
  }
  const { entries, since } = verdict;
  if (since === null) return "The log is empty";
  const counted = `${formatCount(entries)} ${entries === 1 ? "entry" : "entries"}`;
  return `${counted}, unbroken since ${dateOf(since)}`;
}
