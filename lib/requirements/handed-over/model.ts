import type { Standing } from "@/lib/invitations/model";
import { answerSteps } from "@/lib/onboarding/model";
import type { Facts, Requirement } from "@/lib/requirements/model";
import { sectionsOf } from "@/lib/sections/model";
import { describeStatus } from "@/lib/statuses/model";
import { ago, dayOf } from "@/lib/time/model";

type Invitation = NonNullable<Standing["invitation"]>;
type Undelivered = NonNullable<Invitation["undelivered"]>;

/** Of a draft that the customer has in hand, or that waits for a review. */
export function ofHandedOver(facts: Facts, now: number): Requirement[] {
  switch (facts.status) {
    case "INVITED":
      return [...undelivered(facts), theirs(facts, "answers", linesOfInvited(facts, now))];
    case "CUSTOMER_EDITING":
      return [theirs(facts, "answers", linesOfEditing(facts, now))];
    case "CHANGES_REQUESTED":
      return [theirs(facts, "changes", linesOfChanges(facts, now))];
    case "IN_REVIEW":
      return [review(facts, now)];
    default:
      return [];
  }
}

/** Nobody waits for a person whom no mail reaches. */
function undelivered({ id, standing }: Facts): Requirement[] {
  const invitation = standing?.invitation;
  if (!invitation?.undelivered) return [];
  return [
    {
      ...usual,
      code: "invitation",
      owner: "you",
      since: invitation.sentAt,
      reason: reasons[invitation.undelivered](invitation.email),
      action: { label: "See the invitation", href: `/onboardings/${id}#invitations` },
    },
  ];
}

const reasons: Record<Undelivered, (email: string) => string> = {
  refused: (email) => `The mail to ${email} was refused. Copy the link or change the address`,
  not_configured: (email) => `E-mail is not configured. Copy the link for ${email}`,
  failed: (email) => `The mail to ${email} could not be sent. Copy the link or resend it`,
};

function linesOfInvited({ standing }: Facts, now: number): string[] {
  const invitation = standing?.invitation;
  if (!invitation) return [];
  const { email, sentAt } = invitation;
  return [`Sent to ${email} ${ago(sentAt, now)}`, linkOf(invitation, now)];
}

function linesOfEditing(facts: Facts, now: number): string[] {
  const { standing } = facts;
  return [progressOfCustomer(facts), activity(standing, now), ended(standing, now)];
}

function linesOfChanges({ standing }: Facts, now: number): string[] {
  const count = standing?.toFix ?? 0;
  if (count === 0) return [ended(standing, now)];
  return [`${count} ${count === 1 ? "field" : "fields"} to fix`, ended(standing, now)];
}

/** "5 of 6 sections": of those the customer is asked for. */
function progressOfCustomer(facts: Facts): string {
  const asked = answerSteps.filter((step) => (facts.fillers[step] ?? "us") !== "us");
  if (asked.length === 0) return "";
  const done = sectionsOf(facts).filter(
    ({ step, state }) => state === "completed" && asked.some((one) => one === step),
  );
  return `${done.length} of ${asked.length} ${asked.length === 1 ? "section" : "sections"}`;
}

function activity(standing: Standing | null, now: number): string {
  return standing?.activeAt ? `last active ${ago(standing.activeAt, now)}` : "";
}

function linkOf({ expiresAt }: Invitation, now: number): string {
  const works = Date.parse(expiresAt) > now;
  return works ? `link works until ${dayOf(expiresAt)}` : `link ended ${ago(expiresAt, now)}`;
}

function ended(standing: Standing | null, now: number): string {
  const invitation = standing?.invitation;
  const over = invitation && Date.parse(invitation.expiresAt) <= now;
  return over ? linkOf(invitation, now) : "";
}

function review(facts: Facts, now: number): Requirement {
  const { id, standing } = facts;
  const submission = standing?.submission;
  const by = submission?.name ? ` by ${submission.name}` : "";
  return {
    ...usual,
    code: "review",
    owner: "you",
    since: facts.statusSince,
    reason: submission
      ? `Submitted${by} ${ago(submission.at, now)}`
      : describeStatus(facts.status).line,
    action: { label: "Review the answers", href: `/review/${id}` },
  };
}

const usual = { section: null, severity: "blocks_submit" } as const;

/** What is known, in one line; what the status means where nothing is. */
function theirs({ status, statusSince }: Facts, code: string, lines: string[]): Requirement {
  const reason = lines.filter(Boolean).join(" · ") || describeStatus(status).line;
  return { ...usual, code, owner: "customer", since: statusSince, reason, action: null };
}
