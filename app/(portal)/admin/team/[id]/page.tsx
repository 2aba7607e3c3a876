import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadPerson } from "@/app/(portal)/admin/team/[id]/load";
import {
  readmitPersonAction,
  releaseSsoAccountAction,
  resendTeamInvitationAction,
  revokeTeamInvitationAction,
} from "@/app/(portal)/admin/team/actions";
import { Breadcrumb } from "@/components/frame/breadcrumb";
import { Texts } from "@/components/languages/texts";
import { AccessSection, SsoSection } from "@/components/team/access-section";
import { InvitationSection } from "@/components/team/invitation-section";
import { PersonFacts } from "@/components/team/person-facts";
import { Banner } from "@/components/ui/banner";

type Props = PageProps<"/admin/team/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadPerson((await params).id)).name };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const person = await loadPerson((await params).id);
  const { id, name, invitation, ssoSince } = person;
  const { invited } = await searchParams;
  const t = await getTranslations("team");
  return (
    <div className="flex max-w-reading flex-col gap-6">
      <Breadcrumb href="/admin/team">{t("list.title")}</Breadcrumb>
      <h1 className="wrap-anywhere">{name}</h1>
      {invited !== undefined && invitation && (
        <Banner tone="done" role="status" title={t("person.invited", { name })}>
          <p>
            {invitation.link ? t("person.linkBelow") : t("person.mailed", { email: person.email })}
          </p>
        </Banner>
      )}
      <PersonFacts person={person} />
      <Texts of={["team.refused", "acts"]}>
        {invitation ? (
          <InvitationSection
            person={person}
            invitation={invitation}
            resend={resendTeamInvitationAction.bind(null, id)}
            revoke={revokeTeamInvitationAction.bind(null, id)}
          />
        ) : (
          <AccessSection person={person} readmit={readmitPersonAction.bind(null, id)} />
        )}
        {ssoSince && (
          <SsoSection
            person={person}
            since={ssoSince}
            release={releaseSsoAccountAction.bind(null, id)}
          />
        )}
      </Texts>
    </div>
  );
}
