import "server-only";
import { deviceCode } from "@/lib/applicants/code";
import { signInUrl } from "@/lib/auth/link-token";
import { handoverCode } from "@/lib/handovers/give-code";
import { stopLinks } from "@/lib/notifications/stop-link";
import { isWithCustomer } from "@/lib/statuses/model";
import { deviceCodeLetter, signInLetter } from "./letters/codes";
import type { Invitation } from "./letters/customer";
import { handoverCodeLetter, handoverLetter, handoverReceiptLetter } from "./letters/handover";
import {
  forwardedLetter,
  invitationLetter,
  newLinkLetter,
  reminderLetter,
} from "./letters/invitation";
import type { Letter } from "./letters/letter";
import { type WrittenMail, writeMail } from "./letters/render";
import {
  approvedLetter,
  changesRequestedLetter,
  receiptLetter,
  rejectedLetter,
} from "./letters/review";
import { securityLetter } from "./letters/security";
import {
  digestLetter,
  draftsEndLetter,
  roleChangedLetter,
  teamInvitationLetter,
  yourTurnLetter,
} from "./letters/staff";
import { type MailFacts, required } from "./parameters";
import { partnerOf, welcomeOf } from "./partner";
import { readHandover, readHandoverDevice } from "./read-handover";
import { readDevice, readInvitation, readReview, readSubmission } from "./read-invitation";
import { readNotice } from "./read-notice";
import { readDigest, readEnding, readTurn, readUser } from "./read-staff";
import { readJoining, readNewRole } from "./read-team";

/** Undefined when what the mail is about is over: then there is nothing to send. */
type Template = (facts: MailFacts) => Promise<Letter | undefined>;

const templates = {
  "sign-in-link": async ({ recipient: email, parameters }) => {
    const { returnTo } = parameters;
    return signInLetter({
      email,
      url: signInUrl(required(parameters, "linkId"), email, returnTo),
    });
  },
  "security-notice": async (facts) => {
    const notice = await readNotice(facts);
    return notice && securityLetter(notice);
  },
  "team-invitation": async (facts) => {
    const joining = await readJoining(facts);
    return joining && teamInvitationLetter(joining);
  },
  "role-changed": async (facts) => {
    const changed = await readNewRole(facts);
    return changed && roleChangedLetter(changed);
  },
  invitation: about(invitationLetter),
  forwarded: about(forwardedLetter),
  "new-link": about(newLinkLetter),
  reminder: async (facts) => {
    const invitation = await readInvitation(facts);
    if (!invitation || !isWithCustomer(invitation.status)) return undefined;
    return reminderLetter(invitation, stopLinks({ kind: "reminders", id: invitation.id }));
  },
  "device-code": async (facts) => {
    const found = await readDevice(facts);
    return found && deviceCodeLetter(found.invitation, deviceCode(found.device));
  },
  handover: async (facts) => {
    const handover = await readHandover(facts);
    return handover?.usable ? handoverLetter(handover) : undefined;
  },
  "handover-code": async (facts) => {
    const found = await readHandoverDevice(facts);
    return found?.handover.usable
      ? handoverCodeLetter(found.handover, handoverCode(found.deviceId))
      : undefined;
  },
  "handover-receipt": async (facts) => {
    const handover = await readHandover(facts);
    return handover?.receivedAt ? handoverReceiptLetter(handover, handover.receivedAt) : undefined;
  },
  "changes-requested": async (facts) => {
    const invitation = await readInvitation(facts);
    if (invitation?.status !== "CHANGES_REQUESTED") return undefined;
    const review = await readReview(facts, invitation.steps);
    return review && changesRequestedLetter(invitation, review);
  },
  approved: decided(approvedLetter),
  // A rejection ends the link, and is told all the same.
  rejected: decided(rejectedLetter, { ended: true }),
  receipt: async (facts) => {
    const invitation = await readInvitation(facts);
    const submission = await readSubmission(facts);
    return invitation && submission && receiptLetter(invitation, submission);
  },
  "your-turn": async (facts) => {
    const user = await readUser(facts, "turn");
    const turn = user && (await readTurn(facts, user));
    if (!turn) return undefined;
    return yourTurnLetter({ ...turn, name: user.name }, stopLinks({ kind: "turn", id: user.id }));
  },
  digest: async (facts) => {
    const user = await readUser(facts, "digest");
    const digest = user && (await readDigest(user));
    return (
      digest &&
      digestLetter({ ...digest, name: user.name }, stopLinks({ kind: "digest", id: user.id }))
    );
  },
  "drafts-end": async (facts) => {
    const user = await readUser(facts, "anyway");
    const ending = user && (await readEnding(facts, user));
    return ending && draftsEndLetter({ ...ending, name: user.name });
  },
} satisfies Record<string, Template>;

function about(letter: (invitation: Invitation) => Letter): Template {
  return async (facts) => {
    const invitation = await readInvitation(facts);
    return invitation && letter(invitation);
  };
}

type Decision = { reviewer: string; reason: string };

function decided(
  letter: (invitation: Invitation, decision: Decision) => Letter,
  options: { ended?: boolean } = {},
): Template {
  return async (facts) => {
    const invitation = await readInvitation(facts, options);
    const review = invitation && (await readReview(facts, invitation.steps));
    return review && letter(invitation, review);
  };
}

/** To customers, who may answer to the partner's address. */
const toCustomers: readonly string[] = [
  "invitation",
  "forwarded",
  "new-link",
  "reminder",
  "device-code",
  "handover",
  "handover-code",
  "handover-receipt",
  "changes-requested",
  "approved",
  "rejected",
  "receipt",
] satisfies TemplateName[];

export type TemplateName = keyof typeof templates;

export class UnknownTemplateError extends Error {
  override readonly name = "UnknownTemplateError";
}

/**
 * A mail as it is true now; undefined when what it is about is over.
 *
 * @throws UnknownTemplateError for a mail queued by a version that knew more than this one.
 */
export async function composeMail(
  template: string,
  facts: MailFacts,
): Promise<WrittenMail | undefined> {
  if (!Object.hasOwn(templates, template)) throw new UnknownTemplateError();
  // Own keys of the record are its template names.
  const letter = await templates[template as TemplateName](facts);
  if (!letter) return undefined;
  const written = await writeMail(letter, await partnerOf());
  const { contactEmail } = await welcomeOf();
  return contactEmail && toCustomers.includes(template)
    ? { ...written, replyTo: contactEmail }
    : written;
}
