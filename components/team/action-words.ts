import type { Action } from "@/lib/auth/model";

const groups = ["customers", "review", "keys", "administration", "own"] as const;
type ActionGroup = (typeof groups)[number];

type Words = {
  group: ActionGroup;
  /** What takes a second factor of the last minutes: all of it, or which part. */
  taking?: "needed" | "enable" | "sendAgain" | "access" | "test" | "many" | "export";
};

/** What the permissions say of each action beside its name, in the order of the table. */
export const actionWords: Record<Action, Words> = {
  "customer.read": { group: "customers" },
  "contact.read": { group: "customers" },
  "customer.export": { group: "customers" },
  "customer.check": { group: "customers" },
  "customer.enable": { group: "customers", taking: "needed" },
  "customer.bulk": { group: "customers", taking: "enable" },
  "customer.remove": { group: "customers", taking: "needed" },
  "customer.reconcile": { group: "customers", taking: "sendAgain" },
  "customer.adopt": { group: "customers" },
  "onboarding.edit": { group: "review" },
  "onboarding.attest": { group: "review" },
  "onboarding.submit": { group: "review" },
  "onboarding.invite": { group: "review" },
  "onboarding.review": { group: "review" },
  "secret.reveal.sandbox": { group: "keys", taking: "needed" },
  "secret.reveal.production": { group: "keys", taking: "needed" },
  "handover.revoke": { group: "keys" },
  "team.manage": { group: "administration", taking: "access" },
  "settings.manage": { group: "administration", taking: "test" },
  "person.export": { group: "administration" },
  "person.erase": { group: "administration", taking: "needed" },
  "webhook.read": { group: "administration" },
  "webhook.replay": { group: "administration", taking: "many" },
  "request.read": { group: "administration" },
  "audit.read": { group: "administration", taking: "export" },
  "health.read": { group: "administration" },
  "factor.reset": { group: "administration", taking: "needed" },
  "account.secure": { group: "own" },
  "role.read": { group: "own" },
  "notifications.choose": { group: "own" },
  "keyboard.choose": { group: "own" },
};

/** The actions of each group, in order. */
export const actionGroups = groups.map((group) => ({
  group,
  // The keys of a record of all actions are actions.
  actions: (Object.keys(actionWords) as Action[]).filter(
    (action) => actionWords[action].group === group,
  ),
}));
