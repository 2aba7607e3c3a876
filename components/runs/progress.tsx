import { formatCount } from "@/components/customers/words";
import { Badge } from "@/components/ui/badge";
import { type ItemState, type RunView, stageOf, totalOf } from "@/lib/runs/model";
import { RunAnnouncer } from "./run-announcer";
import { stageLabels, stageTones, stateLabels } from "./texts";

const shown: ItemState[] = ["done", "failed", "unknown", "running", "queued"];

/** How far a run is, in a bar and in words. */
export function RunProgress({ run }: { run: RunView }) {
  const { counts } = run;
  const total = totalOf(counts);
  const over = total - counts.queued - counts.running;
  const stage = stageOf(run);
  const words = shown
    .filter((state) => state === "done" || counts[state] > 0)
    .map((state) => `${formatCount(counts[state])} ${stateLabels[state].toLowerCase()}`);
  const summary = words.join(", ");
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={stageTones[stage]}>{stageLabels[stage]}</Badge>
        <p className="tabular-nums">
          {formatCount(over)} of {formatCount(total)}: {summary}
        </p>
      </div>
      <progress
        aria-label="Progress of the run"
        max={Math.max(total, 1)}
        value={over}
        className="h-2 w-full max-w-reading accent-primary"
      />
      <RunAnnouncer stage={stageLabels[stage]} summary={summary} />
    </div>
  );
}
