import { launchTexts } from "@/components/launch/texts";
import { BANK_CHANGED } from "@/lib/activity/model";
import { isWordingKind, wordingLabels } from "@/lib/attestation-texts/model";
import { PERSON_ERASED } from "@/lib/audit/model";
import { roleLabels, roles } from "@/lib/auth/model";
import { stepTitles } from "@/lib/fields/model";
import { describeRegistration } from "@/lib/institutions/model";
import { launchItems } from "@/lib/launch/model";
import { isStep } from "@/lib/onboarding/model";
import { changeItems, isChangeItem } from "@/lib/recorded-changes/model";
import { factorLabels } from "@/lib/second-factor/model";
import { secretKinds, secretTitles } from "@/lib/secrets/model";
import { describeStatus, sentenceCase } from "@/lib/statuses/model";

type Details = Record<string, string>;
type Text = (details: Details) => string;

/** What each audited action is called; a code without words is shown as itself. */
const texts: Record<string, Text> = {
  "customers.exported": ({ count }) => `exported ${count ?? "all"} customers`,
  "onboarding.started": () => "started the onboarding",
  "onboarding.duplicated": ({ companyName }) =>
    `started it as a duplicate of ${companyName ? `“${companyName}”` : "an unnamed customer"}`,
  "onboarding.imported": ({ row }) => `imported it from row ${row ?? "?"} of a file`,
  "onboarding.step_saved": ({ step }) => `saved ${stepName(step)}`,
  "onboarding.attested": () => "confirmed due diligence and the bank addendum",
  "onboarding.submitted": ({ reference }) =>
    `submitted the answers for review${reference ? ` (${reference})` : ""}`,
  "review.started": () => "began to review the answers",
  "review.asked": ({ step }) => `wrote a question about ${stepName(step)}`,
  "review.noted": ({ step }) => `wrote an internal note about ${stepName(step)}`,
  "review.comment_removed": ({ step }) => `took back a comment about ${stepName(step)}`,
  "review.approved": () => "approved the answers",
  "review.changes_requested": () => "requested changes of the answers",
  "review.rejected": () => "rejected the answers",
  "invitation.sent": () => "invited the customer",
  "invitation.resent": () => "sent the invitation again",
  "invitation.address_changed": () => "sent the invitation to another address, with a new link",
  "invitation.revoked": () => "revoked an invitation",
  "invitation.reminded": () => "reminded the customer",
  "invitation.reminders_stopped": () => "stopped the reminders",
  "invitation.opened": () => "opened the link and gave the code",
  "invitation.opened_again": () => "gave the code on another device",
  "invitation.renewed": () => "asked for a new link",
  "invitation.forwarded": ({ steps }) => `passed ${stepNames(steps)} on to a colleague`,
  "invitation.withdrawn": () => "took a section back from a colleague",
  "invitation.done": () => "said that a section passed on is done",
  "onboarding.sent": () => "sent it to Plaid",
  "onboarding.refused": ({ code }) => `Plaid refused it${code ? ` (${code})` : ""}`,
  "onboarding.not_sent": ({ code }) => `did not get through to Plaid${code ? ` (${code})` : ""}`,
  "onboarding.unanswered": () => "got no answer from Plaid",
  "onboarding.discarded": () => "discarded the draft",
  "onboarding.kept": () => "kept the draft, which was about to be deleted",
  "onboarding.deletion_noticed": () => "told its owner that the draft will be deleted",
  "onboarding.purged": () => "deleted the draft, which nobody had worked on",
  "customer.created": () => "Plaid created the customer",
  "customer.confirmed_absent": () => "looked at Plaid and did not find it",
  "customer.adopted": () => "found it at Plaid and attached it",
  "customer.adopted_from_plaid": () => "adopted it from Plaid",
  "customer.enable_requested": () => "asked Plaid to enable it in Production",
  "customer.enable_asked": () => "wants it enabled in Production, which takes a second person",
  "customer.enable_withdrawn": () => "withdrew the wish to enable it",
  "customer.assigned": () => "assigned it to somebody",
  "customer.unassigned": () => "assigned it to nobody",
  "customer.enabled": () => "enabled it in Production",
  "customer.enable_unknown": () => "got no answer from Plaid about enabling",
  "customer.removed": () => "removed it",
  "customer.missing_at_plaid": () => "found that Plaid does not know it any more",
  "customer.status_changed": ({ from, to }) =>
    `status changed from ${quoted(from)} to ${quoted(to)}`,
  "second_factor.given": ({ kind }) => `gave a second factor (${wayOf(kind)})`,
  "second_factor.wrong": () => "gave a wrong second factor",
  "second_factor.added": ({ kind }) => `added a second factor (${wayOf(kind)})`,
  "second_factor.removed": ({ kind }) => `removed a second factor (${wayOf(kind)})`,
  "second_factor.reset": () => "reset all second factors",
  "recovery_codes.made": () => "made recovery codes",
  "notifications.changed": () => "chose which mails to get",
  "keyboard.changed": () => "chose whether single keys act",
  "keys.rotated": () => "sealed the secrets under a new key",
  "webhook.replayed": () => "replayed a webhook",
  "webhook.replayed_many": ({ count }) => `replayed ${count ?? "the"} webhooks that had failed`,
  "audit.exported": ({ format }) => `exported the audit log${format ? ` (${format})` : ""}`,
  [PERSON_ERASED]: ({ entries }) =>
    `took a name out of ${entries ?? "some"} ${entries === "1" ? "entry" : "entries"} of this log`,
  "run.started": ({ kind }) => `started a run (${kind ?? "?"})`,
  "run.paused": () => "paused a run",
  "run.resumed": () => "resumed a run",
  "run.retried": () => "tried again what failed in a run",
  "import.uploaded": () => "uploaded a file to import",
  [BANK_CHANGED]: ({ bank, to }) =>
    `${bank ?? "a bank"} is now ${to ? `“${describeRegistration(to).label}”` : "in another status"}`,
  "person.exported": () => "exported the personal data",
  "person.erased": ({ kept }) =>
    kept === "nothing" ? "erased the draft with its personal data" : "erased the personal data",
  "settings.defaults_changed": () => "changed the company and its defaults",
  "settings.welcome_changed": () => "changed what invited people read",
  "settings.retention_changed": ({ drafts, secrets }) =>
    `set retention to ${drafts ?? "?"} days for drafts and ${secrets ?? "?"} for secrets`,
  "settings.second_person": ({ sending, enabling }) =>
    `turned a second person ${sending ?? "?"} for sending and ${enabling ?? "?"} for enabling`,
  "settings.connection_tested": ({ outcome, code }) =>
    outcome === "works"
      ? "tested the connection to Plaid, which works"
      : `tested the connection to Plaid, which failed (${code ?? "?"})`,
  "wording.draft_saved": ({ kind }) => `saved a draft of the text ${wordingName(kind)}`,
  "wording.draft_discarded": ({ kind }) => `discarded a draft of the text ${wordingName(kind)}`,
  "wording.published": ({ kind, version }) =>
    `published version ${version ?? "?"} of the text ${wordingName(kind)}`,
  "customer.change_recorded": ({ item }) =>
    `recorded a change made at Plaid: ${item && isChangeItem(item) ? changeItems[item].title : "an answer"}`,
  "launch.ticked": ({ item }) => `marked ${launchItem(item)} as done`,
  "launch.unticked": ({ item }) => `marked ${launchItem(item)} as not done`,
  "secret.revealed": ({ kind }) => `revealed the ${secretName(kind)}`,
  "secret.revealed_again": ({ kind }) => `opened the ${secretName(kind)} again`,
  "secret.stored": ({ kind }) => `stored the ${secretName(kind)}, which was deleted here`,
  "secret.pasted": ({ kind }) => `pasted the ${secretName(kind)}`,
  "secret.not_openable": ({ kind }) => `could not open the ${secretName(kind)}`,
  "secret.deleted": ({ kind, reason }) =>
    `deleted the ${secretName(kind)}, ${reason === "shown" ? "which had been shown" : "which nobody had asked for"}`,
  "handover.created": ({ kinds }) => `created a hand-over link for the ${secretNames(kinds)}`,
  "handover.revoked": () => "revoked a hand-over link",
  "handover.code_sent": () => "opened the hand-over link and was sent a code",
  "handover.code_given": () => "gave the code",
  "handover.locked": () => "gave a wrong code for the fifth time, which locked the link",
  "handover.revealed": ({ kinds }) => `was shown the ${secretNames(kinds)}`,
  "handover.revealed_again": () => "opened the keys again",
  "user.create": ({ role }) => `added somebody to the team as ${roleName(role)}`,
  "user.change": ({ from, to }) => `changed a role from ${roleName(from)} to ${roleName(to)}`,
  "user.invited": ({ role }) => `invited somebody to the team as ${roleName(role)}`,
  "user.invitation_resent": () => "sent an invitation to the team again",
  "user.invitation_revoked": () => "revoked an invitation to the team",
  "user.joined": () => "joined the team",
  "user.role_changed": ({ from, to }) => `changed a role from ${roleName(from)} to ${roleName(to)}`,
  "user.suspended": () => "suspended somebody of the team",
  "user.readmitted": () => "let somebody back into the team",
  "user.removed": () => "removed somebody from the team",
  "user.sso_bound": () => "tied an account of the identity provider to a person",
  "user.sso_refused": () => "refused another account with the address of a person",
  "user.sso_released": () => "released somebody's account of the identity provider",
  "sign_in_link.issue": () => "printed a sign-in link",
  "session.start": () => "signed in",
  "session.end": () => "signed out",
  "handover.stored": () => "said that the keys are stored, which were deleted here",
};

/** Every action that has words. */
export const actionCodes = Object.keys(texts);

export function describeAction(action: string, details: Details): string {
  if (Object.hasOwn(texts, action)) return texts[action]?.(details) ?? action;
  return sentenceCase(action.replaceAll(".", " "));
}

function roleName(role: string | undefined): string {
  const known = roles.find((one) => one === role);
  return known ? roleLabels[known].toLowerCase() : "an unknown role";
}

function stepName(step: string | undefined): string {
  return step && isStep(step) ? `“${stepTitles[step]}”` : "answers";
}

function stepNames(steps: string | undefined): string {
  return (steps ?? "").split(" ").map(stepName).join(", ");
}

function wayOf(kind: string | undefined): string {
  if (kind === "recovery_code") return "recovery code";
  return kind === "totp" || kind === "passkey"
    ? factorLabels[kind].toLowerCase()
    : "of an unknown kind";
}

function wordingName(kind: string | undefined): string {
  return kind && isWordingKind(kind) ? `“${wordingLabels[kind]}”` : "of a confirmation";
}

function launchItem(item: string | undefined): string {
  const known = launchItems.find((one) => one === item);
  return known ? `“${launchTexts[known].title}”` : "an item of the launch checklist";
}

function secretName(kind: string | undefined): string {
  const known = secretKinds.find((one) => one === kind);
  return known ? secretTitles[known] : "secret";
}

function secretNames(kinds: string | undefined): string {
  return (kinds ?? "").split(" ").map(secretName).join(" and ");
}

function quoted(status: string | undefined): string {
  return status ? `“${describeStatus(status).label}”` : "an unknown status";
}
