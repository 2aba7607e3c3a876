import type { Explanation } from "@/components/acts/explanation";
import { mailTrouble } from "@/components/notifications/mail-trouble";
import type { InvitationState, InviteState, LinkProblem } from "@/lib/invitations/model";
import type { Delivery } from "@/lib/mail/model";
import { describeStatus, type Tone } from "@/lib/statuses/model";
import { dayOf } from "@/lib/time/model";

export const states: Record<InvitationState, { label: string; tone: Tone }> = {
  sent: { label: "Not opened yet", tone: "customer" },
  opened: { label: "Opened", tone: "customer" },
  active: { label: "Filling in", tone: "customer" },
  submitted: { label: "Submitted", tone: "done" },
  expired: { label: "Link ended", tone: "you" },
  revoked: { label: "Revoked", tone: "neutral" },
};

export function troubleOf(delivery: Delivery): string | null {
  return mailTrouble(delivery, {
    refused: "Copy the link or change the address",
    unconfigured: ". Copy the link",
    failed: "Copy the link, or resend it",
  });
}

/** Why nobody was invited. What is wrong with a field is told there. */
export function explainInvite(problem: NonNullable<InviteState["problem"]>): string {
  switch (problem.code) {
    case "not_found":
      return "This end customer no longer exists, so nobody was invited.";
    case "already_sent":
      return `Nobody was invited: it stands at “${describeStatus(problem.status).label}”.`;
    case "in_review":
      return "Nobody was invited: the answers were submitted meanwhile and wait for a review.";
    case "signed_out":
      return "You were signed out, so nobody was invited yet. What you typed is still below: sign in in a new tab, then send it here.";
    case "offline":
      return "You are offline, so nobody was invited. Send it again once you are back.";
    case "outdated":
      return "This page is from before an update, so nobody was invited. What you typed is still below: copy what you need, reload the page, then send it again.";
  }
}

/** Of the same link, by another mail. */
export function sentAgain({ email, expiresAt }: { email: string; expiresAt: string }): string {
  return `Sent again to ${email}. The same link works until ${dayOf(expiresAt)}.`;
}

/** Why a link was left as it is. */
export function explainLink(problem: LinkProblem): Explanation {
  switch (problem.code) {
    case "not_found":
      return { title: "This invitation is not here any more", text: "Load the page again." };
    case "revoked":
      return {
        title: "This invitation was revoked",
        text: "Its link stays worthless. Invite the customer again for a new one.",
      };
    case "not_with_customer":
      return {
        title: "The customer has nothing to fill in now",
        text: `It stands at “${describeStatus(problem.status).label}”.`,
      };
  }
}
