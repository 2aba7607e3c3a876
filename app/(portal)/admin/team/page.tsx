import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TeamFilterForm } from "@/components/team/team-filter";
import { TeamTable } from "@/components/team/team-table";
import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { TextLink } from "@/components/ui/text-link";
import { requireStaff } from "@/lib/auth/session";
import { readCursor } from "@/lib/period/model";
import { listTeam } from "@/lib/team/list";
import { readTeamFilter, teamAddress } from "@/lib/team/model";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("team.list");
  return { title: t("title") };
}

export default async function TeamPage({ searchParams }: PageProps<"/admin/team">) {
  const staff = await requireStaff("team.manage");
  const query = await searchParams;
  const t = await getTranslations("team.list");
  const filter = readTeamFilter(query);
  const page = await listTeam(staff, filter, {
    after: readCursor(query),
    before: readCursor(query, "before"),
  });
  const alone = page.rows.length === 1 && page.rows[0]?.id === staff.userId;
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1>{t("title")}</h1>
        <ButtonLink href="/admin/team/invite">{t("invite")}</ButtonLink>
      </header>
      <p className="max-w-reading text-muted">
        {t.rich("about", {
          link: (chunks) => <TextLink href="/admin/team/roles">{chunks}</TextLink>,
        })}
      </p>
      {query.revoked !== undefined && (
        <Banner tone="done" role="status" title={t("revoked")}>
          <p>{t("revokedAbout")}</p>
        </Banner>
      )}
      <TeamFilterForm filter={filter} />
      {page.rows.length === 0 ? (
        <EmptyState title={t("noMatch")}>
          <TextLink href="/admin/team">{t("showAll")}</TextLink>
        </EmptyState>
      ) : (
        <TeamTable rows={page.rows} order={filter.order} userId={staff.userId} />
      )}
      {alone && teamAddress(filter) === "/admin/team" && (
        <EmptyState title={t("alone")}>
          <p>{t("aloneNext")}</p>
        </EmptyState>
      )}
      <Pagination
        previous={page.previous && teamAddress(filter, { before: page.previous })}
        next={page.next && teamAddress(filter, { after: page.next })}
      />
    </div>
  );
}
