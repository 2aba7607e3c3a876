import type { Metadata } from "next";
import { loadPerson } from "@/app/(portal)/admin/team/[id]/load";
import {
  readmitPersonAction,
  releaseSsoAccountAction,
  resendTeamInvitationAction,
  revokeTeamInvitationAction,
} from "@/app/(portal)/admin/team/actions";
import { Breadcrumb } from "@/components/frame/breadcrumb";
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
  return (
    <div className="flex max-w-reading flex-col gap-6">
      <Breadcrumb href="/admin/team">Team</Breadcrumb>
      <h1 className="wrap-anywhere">{name}</h1>
      {invited !== undefined && invitation && (
        <Banner tone="done" role="status" title={`${name} is invited`}>
          <p>
            {invitation.link ? "The link is below." : `A mail to ${person.email} is on its way.`}
          </p>
        </Banner>
      )}
      <PersonFacts person={person} />
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
    </div>
  );
}
