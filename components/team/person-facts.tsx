import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SummaryList } from "@/components/ui/summary-list";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import { roleLabels, roleMeanings } from "@/lib/auth/model";
import type { PersonView } from "@/lib/team/model";
import { PersonStatusBadge } from "./team-table";

type Item = { term: string; value: ReactNode; action?: ReactNode };

export function PersonFacts({ person }: { person: PersonView }) {
  const t = useTranslations("team.facts");
  const { id, email, role, status, hasFactor, lastActiveAt, addedAt, suspendedAt } = person;
  const items: Item[] = [
    { term: t("email"), value: <span className="wrap-anywhere">{email}</span> },
    {
      term: t("role"),
      value: (
        <>
          {roleLabels[role]}
          <p className="text-muted text-sm">{roleMeanings[role]}</p>
        </>
      ),
      action: person.obstacle ? null : (
        <TextLink href={`/admin/team/${id}/role`}>{t("changeRole")}</TextLink>
      ),
    },
    {
      term: t("status"),
      value: (
        <>
          <PersonStatusBadge status={status} />
          {suspendedAt && (
            <p className="text-muted text-sm">
              {t.rich("since", { at: suspendedAt, time: () => <Time at={suspendedAt} /> })}
            </p>
          )}
        </>
      ),
    },
    {
      term: t("factor"),
      value: t(hasFactor ? "yes" : "no"),
      action: hasFactor && !person.obstacle && (
        <TextLink href={`/admin/team/${id}/reset-factors`}>{t("resetFactors")}</TextLink>
      ),
    },
    { term: t("lastActive"), value: <Time at={lastActiveAt} /> },
    { term: t("added"), value: <Time at={addedAt} /> },
  ];
  return <SummaryList items={items} />;
}
