import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { formatCount } from "@/components/ui/counts";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { type RunView, totalOf } from "@/lib/runs/model";
import { StageBadge } from "./stage-badge";
import { titleOf } from "./texts";

const columns = [
  ["Run", "w-[38%]"],
  ["How it stands", "w-[26%]"],
  ["Started by", "w-[20%]"],
  ["Started", "w-[16%]"],
] as const;

export function RunList({ runs }: { runs: RunView[] }) {
  return (
    <CardTable caption="Runs, latest first" columns={columns}>
      {runs.map((run) => (
        <Row key={run.id} run={run} />
      ))}
    </CardTable>
  );
}

function Row({ run }: { run: RunView }) {
  const { counts } = run;
  const over = totalOf(counts) - counts.queued - counts.running;
  return (
    <CardRow>
      <CardCell>
        <TextLink href={`/runs/${run.id}`}>{titleOf(run)}</TextLink>
      </CardCell>
      <CardCell>
        <StageBadge run={run} />
        <p className="mt-1 text-muted tabular-nums">
          {formatCount(over)} of {formatCount(totalOf(counts))}
          {counts.failed > 0 && `, ${formatCount(counts.failed)} failed`}
        </p>
      </CardCell>
      <CardCell label="Started by">{run.person.name}</CardCell>
      <CardCell label="Started">
        <Time at={run.startedAt} />
      </CardCell>
    </CardRow>
  );
}
