import type { ReactNode } from "react";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { roleLabels, roleMeanings } from "@/lib/auth/model";
import type { PersonView } from "@/lib/team/model";
import { PersonStatusBadge } from "./team-table";

type Item = { term: string; value: ReactNode; action?: ReactNode };

export function PersonFacts({ person }: { person: PersonView }) {
  const { id, email, role, status, hasFactor, lastActiveAt, addedAt, suspendedAt } = person;
  const items: Item[] = [
    { term: "Email address", value: <span className="wrap-anywhere">{email}</span> },
    {
      term: "Role",
      value: (
        <>
          {roleLabels[role]}
          <p className="text-muted text-sm">{roleMeanings[role]}</p>
        </>
      ),
      action: person.obstacle ? null : (
        <TextLink href={`/admin/team/${id}/role`}>Change role</TextLink>
      ),
    },
    {
      term: "Status",
      value: (
        <>
          <PersonStatusBadge status={status} />
          {suspendedAt && (
            <p className="text-muted text-sm">
              Since <Time at={suspendedAt} />
            </p>
          )}
        </>
      ),
    },
    {
      term: "Second factor",
      value: hasFactor ? "Yes" : "No",
      action: hasFactor && !person.obstacle && (
        <TextLink href={`/admin/team/${id}/reset-factors`}>Reset second factors</TextLink>
      ),
    },
    { term: "Last active", value: <Time at={lastActiveAt} /> },
    { term: "Added", value: <Time at={addedAt} /> },
  ];
  return <SummaryList items={items} />;
}
