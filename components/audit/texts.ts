import { formatCount } from "@/components/ui/counts";
import type { ChainVerdict } from "@/lib/audit/model";
import type { Translate } from "@/lib/languages/model";
import { dateOf } from "@/lib/time/model";

/** What came of checking the log, in one sentence. */
export function describeVerdict(verdict: ChainVerdict, t: Translate<"audit">): string {
  if (!verdict.whole) {
    return t(`verify.broken.${verdict.flaw}`, { entry: formatCount(verdict.seq) });
  }
  const { entries, since } = verdict;
  if (since === null) return t("verify.empty");
  return t("verify.whole", { entries, date: dateOf(since) });
}
