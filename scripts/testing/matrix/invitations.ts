import { changeInvitationAddress } from "@/lib/invitations/change-address";
import { inviteApplicant } from "@/lib/invitations/invite";
import { listInvitations } from "@/lib/invitations/list";
import { remindCustomer } from "@/lib/invitations/remind-now";
import { resendInvitation } from "@/lib/invitations/resend";
import { revokeInvitation } from "@/lib/invitations/revoke";
import { previewInvitation } from "@/lib/mail/preview-invitation";
import { usualInvitation } from "@/scripts/testing/invitations";
import { editors, team } from "@/scripts/testing/who";
import type { Rows } from "./row";

export const invitations: Rows = {
  changeInvitationAddress: {
    call: (actor, { id }) => changeInvitationAddress(actor, { ...link(id), email: "a@b.test" }),
    may: editors,
  },
  inviteApplicant: {
    call: (actor, { id }) => inviteApplicant(actor, { ...usualInvitation(), customerId: id }),
    may: editors,
  },
  listInvitations: { call: (actor, { id }) => listInvitations(actor, id), may: team },
  previewInvitation: {
    call: (actor, { id }) =>
      previewInvitation(actor, {
        ...{ customerId: id, name: "Bo", email: "bo@b.test", steps: ["support"] },
        ...{ message: "", language: "fr", dueOn: null, lifetimeDays: 14 },
      }),
    may: editors,
  },
  remindCustomer: { call: (actor, { id }) => remindCustomer(actor, id), may: editors },
  resendInvitation: { call: (actor, { id }) => resendInvitation(actor, link(id)), may: editors },
  revokeInvitation: { call: (actor, { id }) => revokeInvitation(actor, link(id)), may: editors },
};

function link(customerId: string) {
  return { customerId, invitationId: "inv_nothing" };
}
