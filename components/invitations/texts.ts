import type { Explanation } from "@/components/acts/explanation";
import { mailTrouble } from "@/components/notifications/mail-trouble";
import type { InvitationState, InviteState, LinkProblem } from "@/lib/invitations/model";
import type { Translate } from "@/lib/languages/model";
import type { Delivery } from "@/lib/mail/model";
import { describeStatus, type Tone } from "@/lib/statuses/model";
import { dayOf } from "@/lib/time/model";

export const stateTones: Record<InvitationState, Tone> = {
  sent: "customer",
  opened: "customer",
  active: "customer",
  submitted: "done",
  expired: "you",
  revoked: "neutral",
};

export function troubleOf(
  delivery: Delivery,
  t: Translate<"invitations.trouble">,
  ofMail: Translate<"notifications.mail">,
): string | null {
  const todo = {
    refused: t("refused"),
    unconfigured: t("unconfigured"),
    failed: t("failed"),
  };
  return mailTrouble(delivery, todo, ofMail);
}

/** Why nobody was invited. What is wrong with a field is told there. */
export function explainInvite(
  problem: NonNullable<InviteState["problem"]>,
  t: Translate<"invitations.form">,
): string {
  return problem.code === "already_sent"
    ? t("unsent.already_sent", { status: describeStatus(problem.status).label })
    : t(`unsent.${problem.code}`);
}

/** Of the same link, by another mail. */
export function sentAgain(
  { email, expiresAt }: { email: string; expiresAt: string },
  t: Translate<"invitations.link">,
): string {
  return t("resent", { email, day: dayOf(expiresAt) });
}

/** Why a link was left as it is. */
export function explainLink(problem: LinkProblem, t: Translate<"invitations.told">): Explanation {
  const status = problem.code === "not_with_customer" ? describeStatus(problem.status).label : "";
  return { title: t(`${problem.code}.title`), text: t(`${problem.code}.text`, { status }) };
}
