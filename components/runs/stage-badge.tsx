import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { type RunView, stageOf } from "@/lib/runs/model";
import { stageLabelOf, stageToneOf } from "./texts";

export function StageBadge({ run }: { run: RunView }) {
  const t = useTranslations("runs");
  const problems = run.counts.failed + run.counts.unknown > 0;
  const stage = stageOf(run);
  return <Badge tone={stageToneOf(stage, problems)}>{stageLabelOf(stage, problems, t)}</Badge>;
}
