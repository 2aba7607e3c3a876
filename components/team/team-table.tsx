import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { roleLabels } from "@/lib/auth/model";
import type { Tone } from "@/lib/statuses/model";
import type { PersonStatus, TeamFilter, TeamRow } from "@/lib/team/model";

export function TeamTable({
  rows,
  order,
  userId,
}: {
  rows: TeamRow[];
  order: TeamFilter["order"];
  /** Who looks at it. */
  userId: string;
}) {
  const t = useTranslations("team.table");
  const columns = [
    [t("person"), "w-[38%]"],
    [t("role"), "w-[14%]"],
    [t("factor"), "w-[14%]"],
    [t("lastActive"), "w-[18%]"],
    [t("status"), "w-[16%]"],
  ] as const;
  return (
    <CardTable caption={t(`caption.${order}`)} columns={columns}>
      {rows.map((row) => (
        <CardRow key={row.id}>
          <CardCell>
            <TextLink href={`/admin/team/${row.id}`}>{row.name}</TextLink>
            {row.id === userId && <span className="text-muted"> {t("you")}</span>}
            <p className="text-muted">{row.email}</p>
          </CardCell>
          <CardCell label={t("role")}>{roleLabels[row.role]}</CardCell>
          <CardCell label={t("factor")}>
            {row.hasFactor ? t("yes") : <span className="text-muted">{t("no")}</span>}
          </CardCell>
          <CardCell label={t("lastActive")}>
            <Time at={row.lastActiveAt} />
          </CardCell>
          <CardCell>
            <PersonStatusBadge status={row.status} />
          </CardCell>
        </CardRow>
      ))}
    </CardTable>
  );
}

const statusTones: Record<PersonStatus, Tone> = {
  active: "done",
  invited: "customer",
  suspended: "neutral",
};

export function PersonStatusBadge({ status }: { status: PersonStatus }) {
  const t = useTranslations("team.status");
  return <Badge tone={statusTones[status]}>{t(status)}</Badge>;
}
