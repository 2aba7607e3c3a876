import { formatCount } from "@/components/ui/counts";
import {
  describeRegistration,
  inStatusOrder,
  type RegistrationView,
} from "@/lib/institutions/model";
import { inSentence, type Translate } from "@/lib/languages/model";

const DAY_MS = 86_400_000;

type Known = Pick<RegistrationView, "counts" | "processingSince">;
type Texts = Translate<"banks.summary">;

/** "7 of 9 enabled · 1 needs attention · 1 processing for 6 days" */
export function summaryOf({ counts, processingSince }: Known, now: number, t: Texts): string {
  const enabled = t("enabled", {
    enabled: formatCount(counts.ENABLED ?? 0),
    total: formatCount(totalOf(counts)),
  });
  const waitedMs = processingSince ? now - Date.parse(processingSince) : 0;
  const parts = inStatusOrder(Object.keys(counts))
    .filter((status) => status !== "ENABLED")
    .map((status) => part(status, counts[status] ?? 0, waitedMs, t));
  return [enabled, ...parts].join(" · ");
}

export function totalOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function part(code: string, count: number, waitedMs: number, t: Texts): string {
  if (code === "ATTENTION_REQUIRED") return t("attention", { count });
  const status = inSentence(describeRegistration(code).label);
  const days = code === "PROCESSING" ? Math.floor(waitedMs / DAY_MS) : 0;
  if (days < 1) return t("status", { count: formatCount(count), status });
  return t("waiting", { count, status, days });
}
