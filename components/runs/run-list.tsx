import { useTranslations } from "next-intl";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { formatCount } from "@/components/ui/counts";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { type RunView, totalOf } from "@/lib/runs/model";
import { StageBadge } from "./stage-badge";
import { titleOf } from "./texts";

export function RunList({ runs }: { runs: RunView[] }) {
  const t = useTranslations("runs.list");
  const columns = [
    [t("run"), "w-[38%]"],
    [t("standing"), "w-[26%]"],
    [t("startedBy"), "w-[20%]"],
    [t("started"), "w-[16%]"],
  ] as const;
  return (
    <CardTable caption={t("caption")} columns={columns}>
      {runs.map((run) => (
        <Row key={run.id} run={run} />
      ))}
    </CardTable>
  );
}

function Row({ run }: { run: RunView }) {
  const t = useTranslations("runs");
  const { counts } = run;
  const over = totalOf(counts) - counts.queued - counts.running;
  return (
    <CardRow>
      <CardCell>
        <TextLink href={`/runs/${run.id}`}>{titleOf(run, t)}</TextLink>
      </CardCell>
      <CardCell>
        <StageBadge run={run} />
        <p className="mt-1 text-muted tabular-nums">
          {t(counts.failed > 0 ? "list.overAndFailed" : "list.over", {
            over: formatCount(over),
            total: formatCount(totalOf(counts)),
            failed: formatCount(counts.failed),
          })}
        </p>
      </CardCell>
      <CardCell label={t("list.startedBy")}>{run.person.name}</CardCell>
      <CardCell label={t("list.started")}>
        <Time at={run.startedAt} />
      </CardCell>
    </CardRow>
  );
}
