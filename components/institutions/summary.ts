import { countOf, formatCount } from "@/components/ui/counts";
import {
  describeRegistration,
  inStatusOrder,
  type RegistrationView,
} from "@/lib/institutions/model";
import { inSentence } from "@/lib/languages/model";

const DAY_MS = 86_400_000;

type Known = Pick<RegistrationView, "counts" | "processingSince">;

/** "7 of 9 enabled · 1 needs attention · 1 processing for 6 days" */
export function summaryOf({ counts, processingSince }: Known, now = Date.now()): string {
  const total = totalOf(counts);
  const parts = inStatusOrder(Object.keys(counts))
    .filter((status) => status !== "ENABLED")
    .map((status) => part(status, counts[status] ?? 0, processingSince, now));
  return [`${formatCount(counts.ENABLED ?? 0)} of ${formatCount(total)} enabled`, ...parts].join(
    " · ",
  );
}

export function totalOf(counts: Record<string, number>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function part(status: string, count: number, since: string | null, now: number): string {
  const many = formatCount(count);
  if (status === "ATTENTION_REQUIRED") return `${many} ${count === 1 ? "needs" : "need"} attention`;
  const label = describeRegistration(status).label;
  const said = `${many} ${inSentence(label)}`;
  const days =
    since && status === "PROCESSING" ? Math.floor((now - Date.parse(since)) / DAY_MS) : 0;
  if (days < 1) return said;
  return `${said}${count === 1 ? "" : ", the longest"} for ${countOf(days, "day")}`;
}
