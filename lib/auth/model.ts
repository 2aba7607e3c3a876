import texts from "@/lib/languages/messages/en/staff/roles.json";
import type { Spoken } from "@/lib/languages/model";
import type { AnswerStep } from "@/lib/onboarding/model";

export const roles = ["viewer", "onboarder", "admin"] as const;
export type Role = (typeof roles)[number];

export const roleLabels: Record<Role, string> = texts.labels;

/** "an onboarder" */
export function aRole(role: Role): string {
  return texts.one[role];
}

/** What a role is for, and what it lets somebody do that the one before does not. */
export const roleMeanings: Record<Role, string> = texts.meanings;

/** Where a request came from; kept as evidence. */
export type Origin = { ip: string; userAgent: string };

/** Whoever causes a change: a signed-in person, a self-service link, or the system itself. */
export type Actor =
  | {
      kind: "staff";
      userId: string;
      name: string;
      email: string;
      role: Role;
      /** When this person signed in; names the session. */
      authenticatedAt: Date;
      /** When they last gave a second factor in that session. */
      secondFactorAt: Date | null;
      origin: Origin;
    }
  | {
      kind: "applicant";
      invitationId: string;
      /** The one onboarding it may see. */
      customerId: string;
      name: string;
      email: string;
      /** What this person may fill in. */
      steps: AnswerStep[];
      /** In which its answers are talked about. */
      language: Spoken;
      /** When this device gave the mailed code. */
      authenticatedAt: Date;
      origin: Origin;
    }
  /** Somebody at the end customer who was sent a hand-over link and gave the mailed code. */
  | { kind: "recipient"; handoverId: string; origin: Origin }
  | {
      kind: "system";
      job:
        | "webhook"
        | "poll"
        | "sweep"
        | "reminder"
        | "unsubscribe"
        | "command"
        | "retention"
        | "single_sign_on";
    };

export type StaffActor = Extract<Actor, { kind: "staff" }>;
export type ApplicantActor = Extract<Actor, { kind: "applicant" }>;

/** Where a person is signed in. Instants are ISO 8601. */
export type OwnSession = {
  id: string;
  device: string;
  ip: string | null;
  since: string;
  lastSeenAt: string;
};

/** How long after a second factor, or a sign-in, somebody may do what takes a fresh one. */
export const FRESH_MINUTES = 15;
export type SignInAgain = { code: "sign_in_again" };

/** What each staff role may do. An applicant may do none of it but `onboarding.edit`, within its own. */
export const permissions = {
  "notifications.choose": ["viewer", "onboarder", "admin"],
  "keyboard.choose": ["viewer", "onboarder", "admin"],
  "account.secure": ["viewer", "onboarder", "admin"],
  "factor.reset": ["admin"],
  "customer.read": ["viewer", "onboarder", "admin"],
  "contact.read": ["onboarder", "admin"],
  "customer.export": ["onboarder", "admin"],
  "customer.check": ["onboarder", "admin"],
  "customer.enable": ["onboarder", "admin"],
  "customer.bulk": ["onboarder", "admin"],
  "customer.remove": ["admin"],
  "customer.reconcile": ["admin"],
  "customer.adopt": ["admin"],
  "onboarding.edit": ["onboarder", "admin"],
  "onboarding.attest": ["onboarder", "admin"],
  "onboarding.submit": ["onboarder", "admin"],
  "onboarding.invite": ["onboarder", "admin"],
  "onboarding.review": ["onboarder", "admin"],
  "secret.reveal.sandbox": ["onboarder", "admin"],
  "secret.reveal.production": ["admin"],
  "handover.revoke": ["onboarder", "admin"],
  "webhook.read": ["admin"],
  "webhook.replay": ["admin"],
  "request.read": ["admin"],
  "audit.read": ["admin"],
  "health.read": ["admin"],
  "role.read": ["viewer", "onboarder", "admin"],
  "team.manage": ["admin"],
  "settings.manage": ["admin"],
  "person.export": ["admin"],
  "person.erase": ["admin"],
} as const satisfies Record<string, readonly Role[]>;
export type Action = keyof typeof permissions;

/** As much of an actor as decides what it may do. */
export type Reader = Pick<StaffActor, "kind" | "role"> | Exclude<Actor, StaffActor>;

export function may(actor: Reader, action: Action): boolean {
  if (actor.kind !== "staff") return false;
  const allowed: readonly Role[] = permissions[action];
  return allowed.includes(actor.role);
}

/** Enough to recognise one's own address on a shared screen, and the same length for everybody. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf("@");
  return `${email.slice(0, Math.min(1, at))}•••${email.slice(at)}`;
}
