import type { Route } from "next";
import { useTranslations } from "next-intl";
import { Resend } from "@/components/invitations/resend";
import { RevokeInDialog } from "@/components/invitations/revoke";
import { ButtonLink } from "@/components/ui/button-link";
import type { InvitationView } from "@/lib/invitations/model";
import { isWithCustomer } from "@/lib/statuses/model";
import { resendInvitationAction, revokeInvitationAction } from "./actions";

/** What may be done with one link that works: nobody is asked again who has nothing to fill in. */
export function LinkActions({
  customer: { id, status },
  invitation,
  all,
}: {
  customer: { id: string; status: string };
  invitation: InvitationView;
  all: InvitationView[];
}) {
  const t = useTranslations("invitations.link");
  const page = `/onboardings/${id}/invite/${invitation.id}`;
  return (
    <div className="flex flex-wrap items-start gap-3">
      {isWithCustomer(status) && (
        <>
          <Resend
            words={{ resend: t("resend"), resending: t("resending") }}
            resend={resendInvitationAction.bind(null, id, invitation.id)}
          />
          <ButtonLink href={`${page}/address` as Route} variant="secondary">
            {t("changeAddress")}
          </ButtonLink>
        </>
      )}
      <RevokeInDialog
        name={invitation.name}
        last={isLast(invitation, all, status)}
        revoke={revokeInvitationAction.bind(null, id, invitation.id)}
        page={`${page}/revoke`}
      />
    </div>
  );
}

/** Without this link nobody of the customer's could go on. */
export function isLast({ id }: InvitationView, all: InvitationView[], status: string): boolean {
  const open = all.filter(({ state }) => state !== "revoked");
  return isWithCustomer(status) && open.length === 1 && open[0]?.id === id;
}
