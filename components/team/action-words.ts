import type { Action } from "@/lib/auth/model";

const groups = [
  "Customers",
  "Onboarding and review",
  "Keys",
  "Administration",
  "Own settings",
] as const;
type ActionGroup = (typeof groups)[number];

type Words = {
  group: ActionGroup;
  words: string;
  /** What takes a second factor of the last minutes: all of it, or which part. */
  factor?: string;
};

/** What each action is called among the permissions, in the order of the table. */
export const actionWords: Record<Action, Words> = {
  "customer.read": { group: "Customers", words: "See customers, banks and activity" },
  "contact.read": { group: "Customers", words: "See contact details and answers" },
  "customer.export": { group: "Customers", words: "Export the list of customers" },
  "customer.check": { group: "Customers", words: "Ask Plaid for a customer's status now" },
  "customer.enable": {
    group: "Customers",
    words: "Enable a customer in Production",
    factor: "Needed",
  },
  "customer.bulk": {
    group: "Customers",
    words: "Act on many customers at once, import files",
    factor: "To enable",
  },
  "customer.remove": { group: "Customers", words: "Remove a customer", factor: "Needed" },
  "customer.reconcile": {
    group: "Customers",
    words: "Settle a submission Plaid never answered",
    factor: "To send again",
  },
  "customer.adopt": { group: "Customers", words: "Adopt a customer created elsewhere" },
  "onboarding.edit": { group: "Onboarding and review", words: "Start and fill in onboardings" },
  "onboarding.attest": {
    group: "Onboarding and review",
    words: "Confirm due diligence and the bank addendum",
  },
  "onboarding.submit": { group: "Onboarding and review", words: "Send customers to Plaid" },
  "onboarding.invite": { group: "Onboarding and review", words: "Invite customers to fill in" },
  "onboarding.review": {
    group: "Onboarding and review",
    words: "Review answers, assign customers",
  },
  "secret.reveal.sandbox": {
    group: "Keys",
    words: "Reveal and hand over Sandbox keys",
    factor: "Needed",
  },
  "secret.reveal.production": {
    group: "Keys",
    words: "Reveal and hand over Production keys",
    factor: "Needed",
  },
  "handover.revoke": { group: "Keys", words: "Revoke hand-over links" },
  "team.manage": {
    group: "Administration",
    words: "Invite and suspend people, change roles",
    factor: "For roles, access and admins",
  },
  "settings.manage": {
    group: "Administration",
    words: "Change the settings, test the connection to Plaid",
    factor: "To test, and for two people",
  },
  "person.export": { group: "Administration", words: "Export a customer's personal data" },
  "person.erase": {
    group: "Administration",
    words: "Erase a customer's personal data",
    factor: "Needed",
  },
  "webhook.read": { group: "Administration", words: "See Plaid's webhooks" },
  "webhook.replay": {
    group: "Administration",
    words: "Replay webhooks",
    factor: "For many at once",
  },
  "request.read": { group: "Administration", words: "See requests to Plaid" },
  "audit.read": {
    group: "Administration",
    words: "Read, verify and export the audit log",
    factor: "To export",
  },
  "health.read": { group: "Administration", words: "See how the portal is doing" },
  "factor.reset": {
    group: "Administration",
    words: "Reset somebody's second factors",
    factor: "Needed",
  },
  "account.secure": { group: "Own settings", words: "Set up one's own second factors" },
  "role.read": { group: "Own settings", words: "See this table" },
  "notifications.choose": { group: "Own settings", words: "Choose one's own mails" },
  "keyboard.choose": { group: "Own settings", words: "Turn keyboard shortcuts off" },
};

/** The actions of each group, in order. */
export const actionGroups = groups.map((group) => ({
  group,
  // The keys of a record of all actions are actions.
  actions: (Object.keys(actionWords) as Action[]).filter(
    (action) => actionWords[action].group === group,
  ),
}));
