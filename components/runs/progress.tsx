import { useTranslations } from "next-intl";
import { liveWords } from "@/components/live/words";
import { formatCount } from "@/components/ui/counts";
import { type ItemState, type RunView, stageOf, totalOf } from "@/lib/runs/model";
import { RunAnnouncer } from "./run-announcer";
import { StageBadge } from "./stage-badge";
import { stageLabelOf } from "./texts";

const shown: ItemState[] = ["done", "failed", "unknown", "running", "queued"];

/** How far a run is, in a bar and in words. */
export function RunProgress({ run }: { run: RunView }) {
  const t = useTranslations("runs");
  const live = liveWords(useTranslations("live"));
  const { counts } = run;
  const total = totalOf(counts);
  const over = total - counts.queued - counts.running;
  const stage = stageLabelOf(stageOf(run), counts.failed + counts.unknown > 0, t);
  const summary = shown
    .filter((state) => state === "done" || counts[state] > 0)
    .map((state) => t(`progress.${state}`, { count: formatCount(counts[state]) }))
    .join(", ");
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StageBadge run={run} />
        <p className="tabular-nums">
          {t("progress.over", { over: formatCount(over), total: formatCount(total), summary })}
        </p>
      </div>
      <progress
        aria-label={t("progress.label")}
        max={Math.max(total, 1)}
        value={over}
        className="h-2 w-full max-w-reading appearance-none overflow-hidden rounded-control bg-neutral-tint forced-colors:border [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-neutral-tint [&::-webkit-progress-value]:bg-primary forced-colors:[&::-moz-progress-bar]:bg-[Highlight] forced-colors:[&::-webkit-progress-value]:bg-[Highlight]"
      />
      <RunAnnouncer
        stage={stage}
        news={t("progress.news", { stage, summary })}
        ofMany={live.changes}
      />
    </div>
  );
}
