import { type ActivityEntry, BANK_CHANGED } from "@/lib/activity/model";
import { isWordingKind, wordingLabels } from "@/lib/attestation-texts/model";
import { PERSON_ERASED } from "@/lib/audit/model";
import { roleLabels, roles } from "@/lib/auth/model";
import { stepTitles } from "@/lib/fields/model";
import { describeRegistration } from "@/lib/institutions/model";
import words from "@/lib/languages/messages/en/staff/launchItems.json";
import type { Translate } from "@/lib/languages/model";
import { launchItems } from "@/lib/launch/model";
import { isStep } from "@/lib/onboarding/model";
import { changeItems, isChangeItem } from "@/lib/recorded-changes/model";
import { factorLabels } from "@/lib/second-factor/model";
import { secretKinds, secretTitles } from "@/lib/secrets/model";
import { describeStatus, sentenceCase } from "@/lib/statuses/model";

type Details = Record<string, string>;
type Texts = Translate<"activity">;

/** Every audited action that the catalogue has words for; another one is shown as itself. */
const described = [
  "customers.exported",
  "onboarding.started",
  "onboarding.duplicated",
  "onboarding.imported",
  "onboarding.step_saved",
  "onboarding.attested",
  "onboarding.submitted",
  "review.started",
  "review.asked",
  "review.noted",
  "review.comment_removed",
  "review.approved",
  "review.changes_requested",
  "review.rejected",
  "invitation.sent",
  "invitation.resent",
  "invitation.address_changed",
  "invitation.revoked",
  "invitation.reminded",
  "invitation.reminders_stopped",
  "invitation.opened",
  "invitation.opened_again",
  "invitation.renewed",
  "invitation.forwarded",
  "invitation.withdrawn",
  "invitation.done",
  "onboarding.sent",
  "onboarding.refused",
  "onboarding.not_sent",
  "onboarding.unanswered",
  "onboarding.discarded",
  "onboarding.kept",
  "onboarding.deletion_noticed",
  "onboarding.purged",
  "customer.created",
  "customer.confirmed_absent",
  "customer.adopted",
  "customer.adopted_from_plaid",
  "customer.enable_requested",
  "customer.enable_asked",
  "customer.enable_withdrawn",
  "customer.assigned",
  "customer.unassigned",
  "customer.enabled",
  "customer.enable_unknown",
  "customer.removed",
  "customer.missing_at_plaid",
  "customer.status_changed",
  "second_factor.given",
  "second_factor.wrong",
  "second_factor.added",
  "second_factor.removed",
  "second_factor.reset",
  "recovery_codes.made",
  "notifications.changed",
  "keyboard.changed",
  "keys.rotated",
  "webhook.replayed",
  "webhook.replayed_many",
  "audit.exported",
  PERSON_ERASED,
  "run.started",
  "run.paused",
  "run.resumed",
  "run.retried",
  "import.uploaded",
  BANK_CHANGED,
  "person.exported",
  "person.erased",
  "settings.defaults_changed",
  "settings.welcome_changed",
  "settings.retention_changed",
  "settings.second_person",
  "settings.connection_tested",
  "wording.draft_saved",
  "wording.draft_discarded",
  "wording.published",
  "customer.change_recorded",
  "launch.ticked",
  "launch.unticked",
  "secret.revealed",
  "secret.revealed_again",
  "secret.stored",
  "secret.pasted",
  "secret.not_openable",
  "secret.deleted",
  "handover.created",
  "handover.revoked",
  "handover.code_sent",
  "handover.code_given",
  "handover.locked",
  "handover.revealed",
  "handover.revealed_again",
  "user.create",
  "user.change",
  "user.invited",
  "user.invitation_resent",
  "user.invitation_revoked",
  "user.joined",
  "user.role_changed",
  "user.suspended",
  "user.readmitted",
  "user.removed",
  "user.sso_bound",
  "user.sso_refused",
  "user.sso_released",
  "sign_in_link.issue",
  "session.start",
  "session.end",
  "handover.stored",
] as const;

export const actionCodes: readonly string[] = described;

export function describeAction(action: string, details: Details, t: Texts): string {
  const code = described.find((one) => one === action);
  if (!code) return sentenceCase(action.replaceAll(".", " "));
  return t(`actions.${code}`, valuesOf(details, t));
}

/** Who did it; a check that somebody asked for stands for itself. */
export function actorOf(
  { source, actor }: Pick<ActivityEntry, "source" | "actor">,
  t: Texts,
): string {
  return source === "check" ? t("timeline.sources.check") : actor;
}

/** What a message may say of details, and what it says where an entry has none. */
function valuesOf(details: Details, t: Texts) {
  const given = Object.entries(details).filter(([, value]) => value !== "");
  const { bank, companyName, entries, from, item, kind, kinds, role, step, steps, to } = details;
  return {
    ...missing,
    ...Object.fromEntries(given),
    many: Number(entries),
    customer: companyName ? t("names.quoted", { name: companyName }) : t("names.unnamedCustomer"),
    section: sectionName(step, t),
    sections: (steps ?? "")
      .split(" ")
      .map((one) => sectionName(one, t))
      .join(", "),
    answer: item && isChangeItem(item) ? changeItems[item].title : t("names.answer"),
    bank: bank || t("names.bank"),
    registration: to
      ? t("names.quoted", { name: describeRegistration(to).label })
      : t("names.registration"),
    fromStatus: statusName(from, t),
    toStatus: statusName(to, t),
    role: roleName(role, t),
    fromRole: roleName(from, t),
    toRole: roleName(to, t),
    factor: factorName(kind, t),
    wording: wordingName(kind, t),
    launchItem: launchItemName(item, t),
    secret: secretName(kind, t),
    keys: (kinds ?? "")
      .split(" ")
      .map((one) => secretName(one, t))
      .reduce((first, second) => t("names.both", { first, second })),
  };
}

/** Messages choose other words for what is `missing`. */
const missing = {
  ...{ code: "missing", count: "missing", entries: "missing", format: "missing" },
  ...{ kept: "missing", outcome: "missing", reason: "missing", reference: "missing" },
  ...{ sending: "missing", enabling: "missing" },
  ...{ drafts: "?", kind: "?", row: "?", secrets: "?", version: "?" },
};

function sectionName(step: string | undefined, t: Texts): string {
  return step && isStep(step) ? t("names.quoted", { name: stepTitles[step] }) : t("names.answers");
}

function statusName(status: string | undefined, t: Texts): string {
  return status ? t("names.quoted", { name: describeStatus(status).label }) : t("names.status");
}

function roleName(role: string | undefined, t: Texts): string {
  const known = roles.find((one) => one === role);
  return known ? roleLabels[known].toLowerCase() : t("names.role");
}

function factorName(kind: string | undefined, t: Texts): string {
  if (kind === "recovery_code") return t("names.recoveryCode");
  return kind === "totp" || kind === "passkey"
    ? factorLabels[kind].toLowerCase()
    : t("names.factor");
}

function wordingName(kind: string | undefined, t: Texts): string {
  return kind && isWordingKind(kind)
    ? t("names.quoted", { name: wordingLabels[kind] })
    : t("names.wording");
}

function launchItemName(item: string | undefined, t: Texts): string {
  const known = launchItems.find((one) => one === item);
  return known ? t("names.quoted", { name: words[known] }) : t("names.launchItem");
}

function secretName(kind: string | undefined, t: Texts): string {
  const known = secretKinds.find((one) => one === kind);
  return known ? secretTitles[known] : t("names.secret");
}
