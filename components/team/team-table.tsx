import { Badge } from "@/components/ui/badge";
import { CardCell, CardRow, CardTable } from "@/components/ui/card-table";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { roleLabels } from "@/lib/auth/model";
import type { PersonStatus, TeamFilter, TeamRow } from "@/lib/team/model";
import { personStatuses } from "./texts";

const columns = [
  ["Person", "w-[38%]"],
  ["Role", "w-[14%]"],
  ["Second factor", "w-[14%]"],
  ["Last active", "w-[18%]"],
  ["Status", "w-[16%]"],
] as const;

const captions: Record<TeamFilter["order"], string> = {
  name: "The team, by name",
  activity: "The team, last active first",
};

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
  return (
    <CardTable caption={captions[order]} columns={columns}>
      {rows.map((row) => (
        <CardRow key={row.id}>
          <CardCell>
            <TextLink href={`/admin/team/${row.id}`}>{row.name}</TextLink>
            {row.id === userId && <span className="text-muted"> (you)</span>}
            <p className="text-muted">{row.email}</p>
          </CardCell>
          <CardCell label="Role">{roleLabels[row.role]}</CardCell>
          <CardCell label="Second factor">
            {row.hasFactor ? "Yes" : <span className="text-muted">No</span>}
          </CardCell>
          <CardCell label="Last active">
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

export function PersonStatusBadge({ status }: { status: PersonStatus }) {
  const { label, tone } = personStatuses[status];
  return <Badge tone={tone}>{label}</Badge>;
}
