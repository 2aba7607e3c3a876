import { createTranslator } from "use-intl/core";
import type { Standing } from "@/lib/invitations/model";
import english from "@/lib/languages/messages/en/staff/requirements.json";
import { answerSteps } from "@/lib/onboarding/model";
import type { Facts, Requirement } from "@/lib/requirements/model";
import { sectionsOf } from "@/lib/sections/model";
import { describeStatus } from "@/lib/statuses/model";
import { ago, dayOf } from "@/lib/time/model";

const t = createTranslator({ locale: "en", messages: english.handedOver });

type Invitation = NonNullable<Standing["invitation"]>;

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
      reason: t(`undelivered.${invitation.undelivered}`, { email: invitation.email }),
      action: { label: t("undelivered.action"), href: `/onboardings/${id}#invitations` },
    },
  ];
}

function linesOfInvited({ standing }: Facts, now: number): string[] {
  const invitation = standing?.invitation;
  if (!invitation) return [];
  const { email, sentAt } = invitation;
  return [t("sent", { email, ago: ago(sentAt, now) }), linkOf(invitation, now)];
}

function linesOfEditing(facts: Facts, now: number): string[] {
  const { standing } = facts;
  return [progressOfCustomer(facts), activity(standing, now), ended(standing, now)];
}

function linesOfChanges({ standing }: Facts, now: number): string[] {
  const count = standing?.toFix ?? 0;
  if (count === 0) return [ended(standing, now)];
  return [t("toFix", { count }), ended(standing, now)];
}

/** "5 of 6 sections": of those the customer is asked for. */
function progressOfCustomer(facts: Facts): string {
  const asked = answerSteps.filter((step) => (facts.fillers[step] ?? "us") !== "us");
  if (asked.length === 0) return "";
  const done = sectionsOf(facts).filter(
    ({ step, state }) => state === "completed" && asked.some((one) => one === step),
  );
  return t("progress", { done: done.length, total: asked.length });
}

function activity(standing: Standing | null, now: number): string {
  return standing?.activeAt ? t("active", { ago: ago(standing.activeAt, now) }) : "";
}

function linkOf({ expiresAt }: Invitation, now: number): string {
  const works = Date.parse(expiresAt) > now;
  return works
    ? t("link.until", { day: dayOf(expiresAt) })
    : t("link.ended", { ago: ago(expiresAt, now) });
}

function ended(standing: Standing | null, now: number): string {
  const invitation = standing?.invitation;
  const over = invitation && Date.parse(invitation.expiresAt) <= now;
  return over ? linkOf(invitation, now) : "";
}

function review(facts: Facts, now: number): Requirement {
  const { id, standing } = facts;
  const submission = standing?.submission;
  return {
    ...usual,
    code: "review",
    owner: "you",
    since: facts.statusSince,
    reason: submission ? submitted(submission, now) : describeStatus(facts.status).line,
    action: { label: t("review"), href: `/review/${id}` },
  };
}

function submitted({ name, at }: NonNullable<Standing["submission"]>, now: number): string {
  const when = ago(at, now);
  return name ? t("submitted.by", { name, ago: when }) : t("submitted.somebody", { ago: when });
}

const usual = { section: null, severity: "blocks_submit" } as const;

/** What is known, in one line; what the status means where nothing is. */
function theirs({ status, statusSince }: Facts, code: string, lines: string[]): Requirement {
  const reason = lines.filter(Boolean).join(" · ") || describeStatus(status).line;
  return { ...usual, code, owner: "customer", since: statusSince, reason, action: null };
}
