import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadLink } from "@/app/(portal)/onboardings/[id]/invite/[invitation]/load-link";
import { revokeInvitationAction } from "@/app/(portal)/onboardings/[id]/invite/actions";
import { isLast } from "@/app/(portal)/onboardings/[id]/invite/link-actions";
import { RevokeOnPage } from "@/components/invitations/revoke";

type Props = PageProps<"/onboardings/[id]/invite/[invitation]/revoke">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, invitation } = await params;
  const link = await loadLink(id, invitation);
  const t = await getTranslations("invitations.revoke");
  return { title: t("page", { name: link.invitation.name }) };
}

export default async function RevokePage({ params }: Props) {
  const { id, invitation: invitationId } = await params;
  const t = await getTranslations("invitations.revoke");
  const { customer, invitation, all } = await loadLink(id, invitationId);
  return (
    <div className="flex flex-col gap-6">
      <h1>{t("title", { name: invitation.name })}</h1>
      <RevokeOnPage
        name={invitation.name}
        last={isLast(invitation, all, customer.status)}
        revoke={revokeInvitationAction.bind(null, id, invitationId)}
        back={`/onboardings/${id}`}
      />
    </div>
  );
}
