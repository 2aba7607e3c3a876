import { describeStatus, sentenceCase } from "@/lib/customers/model";
import { describeRegistration } from "@/lib/institutions/model";

type Details = Record<string, string>;
type Text = (details: Details) => string;

/** What each audited action is called; a code without words is shown as itself. */
const texts: Record<string, Text> = {
  "onboarding.started": () => "started the onboarding",
  "onboarding.step_saved": ({ step }) =>
    step ? `saved the section “${sentenceCase(step)}”` : "saved answers",
  "onboarding.attested": () => "confirmed due diligence and bank addendum",
  "onboarding.submitted": () => "sent it to Plaid",
  "onboarding.discarded": () => "discarded the draft",
  "customer.created": () => "Plaid created the customer",
  "customer.enable_requested": () => "asked Plaid to enable it in Production",
  "customer.enabled": () => "enabled it in Production",
  "customer.enable_unknown": () => "got no answer from Plaid about enabling",
  "customer.removed": () => "removed it",
  "customer.missing_at_plaid": () => "found that Plaid does not know it any more",
  "customer.status_changed": ({ from, to }) =>
    `status changed from ${quoted(from, describeStatus)} to ${quoted(to, describeStatus)}`,
  "institution.status_changed": ({ institution, from, to }) =>
    `${institution ?? "a bank"} changed from ${quoted(from, describeRegistration)} to ${quoted(to, describeRegistration)}`,
  "secret.revealed": ({ kind }) => `revealed the ${kind ?? ""} secret`.replace("  ", " "),
};

export function describeAction(action: string, details: Details): string {
  if (Object.hasOwn(texts, action)) return texts[action]?.(details) ?? action;
  return sentenceCase(action.replaceAll(".", " "));
}

function quoted(status: string | undefined, named: (status: string) => { label: string }): string {
  return status ? `“${named(status).label}”` : "an unknown status";
}
