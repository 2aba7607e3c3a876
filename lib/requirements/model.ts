import { createTranslator } from "use-intl/core";
import type { Fillers, Standing } from "@/lib/invitations/model";
import english from "@/lib/languages/messages/en/staff/requirements.json";
import type { AnswerStep, Gap, Step } from "@/lib/onboarding/model";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { nextOf, progressOf } from "@/lib/sections/model";
import { describeStatus, isOurs } from "@/lib/statuses/model";
import { ofDraft } from "./draft/model";
import { ofHandedOver } from "./handed-over/model";
import { ofSent } from "./sent/model";

const t = createTranslator({ locale: "en", messages: english });

/** What is known of one customer. Instants are ISO 8601. */
export type Facts = {
  id: string;
  status: string;
  statusSince: string;
  /** Of a draft: what keeps it from being sent. */
  gaps: Gap[];
  /** Of a draft: the steps that were saved at least once. */
  saved: AnswerStep[];
  /** Who is asked for each section; one that is not named is ours. */
  fillers: Fillers;
  /** Of a draft that the customer, or a review, has in hand. */
  standing: Standing | null;
  /** Both confirmations count for the answers as they stand. */
  attested: boolean;
  /** Somebody confirmed earlier answers. */
  confirmedBefore: boolean;
  /** Of a draft: Plaid's last no, as long as the answer it is about stands. */
  refusal: PlaidProblem | null;
  /** Of a draft: optional answers that are often wanted later, when only Plaid's Dashboard takes them. */
  left: Gap[];
  banksTotal: number;
  banksEnabled: number;
  banksAttention: number;
  /** Plaid's words; null while unknown. */
  flowdownStatus: string | null;
  questionnaireStatus: string | null;
  missingAtPlaid: boolean;
  /** The bank whose connections without OAuth end next; read for one customer, not for lists. */
  classicEnds: { bank: string; day: string } | null;
};

const severities = ["blocks_submit", "blocks_enable", "blocks_banks", "recommended"] as const;

export type Requirement = {
  /** Plaid's key in `requirements_due` where it has one, else its field of the request or answer. */
  code: string;
  section: Step | null;
  owner: "you" | "customer" | "plaid" | "bank";
  severity: (typeof severities)[number];
  /** Null where nobody knows. */
  since: string | null;
  /** Without a full stop, like a status line. */
  reason: string;
  action: { label: string; href: string } | null;
};

/** What keeps a customer from going on, in the order it has to be done. Every status and every mixture of facts has an answer. */
export function requirementsOf(facts: Facts, now = Date.now()): Requirement[] {
  const found = isOurs(facts.status)
    ? ofDraft(facts)
    : [...ofHandedOver(facts, now), ...ofSent(facts)];
  return found
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .filter(({ code }, place, all) => all.findIndex((one) => one.code === code) === place);
}

/** What blocks; recommendations are no reason to look at a customer. */
export function blocking(requirements: Requirement[]): Requirement[] {
  return requirements.filter(({ severity }) => severity !== "recommended");
}

/** The first thing to know of a customer, as the line under its badge, and what to do about it. */
export function headlineOf(
  facts: Facts,
  now = Date.now(),
): { line: string; action: Requirement["action"] } {
  const [first] = blocking(requirementsOf(facts, now));
  if (!first) return { line: describeStatus(facts.status).line, action: null };
  const line =
    facts.status === "DRAFT"
      ? t("headline", { progress: progressOf(facts), next: nextOf(facts) })
      : first.reason;
  return { line, action: first.action };
}

/** Said where nothing blocks: never blank, and never a status without what it means. */
export function nothingBlocks({
  status,
  banksTotal,
}: Pick<Facts, "status" | "banksTotal">): string {
  switch (status) {
    case "SUBMITTING":
    case "ENABLING":
      return t("nothing.underWay");
    case "UNDER_REVIEW":
      return t("nothing.underReview");
    case "ACTIVE":
      return t(banksTotal === 0 ? "nothing.noBanks" : "nothing.live");
    case "REMOVED":
      return t("nothing.removed");
    default:
      return t("nothing.unknown", { status: describeStatus(status).label });
  }
}
