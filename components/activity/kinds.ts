import { type ActivityEntry, BANK_CHANGED } from "@/lib/activity/model";
import { describeAction } from "./action-texts";

/** What the timeline can be narrowed to: a name, and how its actions begin. */
const kinds = {
  status: {
    label: "Status",
    of: /^(customer\.(?!assigned|unassigned|change)|onboarding\.(sent|refused|not_sent|unanswered|discarded|started))/,
  },
  bank: { label: "Banks", of: new RegExp(`^${BANK_CHANGED.replace(".", "\\.")}`) },
  edit: { label: "Answers", of: /^(onboarding\.(step_saved|attested|submitted)|customer\.change)/ },
  review: { label: "Review", of: /^(review\.|customer\.(un)?assigned)/ },
  invitation: { label: "Invitations", of: /^invitation\./ },
  secret: { label: "Keys", of: /^(secret|handover)/ },
  launch: { label: "Launch checklist", of: /^launch\./ },
} as const;

export type ActivityKind = keyof typeof kinds;

export const activityKinds = Object.entries(kinds).map(([kind, { label }]) => ({ kind, label }));

export function isActivityKind(value: string): value is ActivityKind {
  return Object.hasOwn(kinds, value);
}

/** Whether an event is of this kind and reads like what was typed. */
export function matcherOf(kind: ActivityKind | null, typed: string) {
  const wanted = typed.trim().toLowerCase();
  return ({ action, actor, details }: ActivityEntry): boolean =>
    (kind === null || kinds[kind].of.test(action)) &&
    `${actor} ${describeAction(action, details)}`.toLowerCase().includes(wanted);
}
