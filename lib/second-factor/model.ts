import type { Role, SignInAgain } from "@/lib/auth/model";
import labels from "@/lib/languages/messages/en/staff/factors.json";

export const factorLabels = labels;
export type FactorKind = keyof typeof factorLabels;

/** One of a person's second factors. Instants are ISO 8601. */
export type Factor = {
  id: string;
  kind: FactorKind;
  name: string;
  addedAt: string;
  lastUsedAt: string | null;
};

export type Factors = { factors: Factor[]; codesLeft: number };

export const RECOVERY_CODES = 10;
export const FACTORS_MAX = 10;
export const FACTOR_NAME_MAX = 60;

/** Why a second factor was not taken. */
export type GiveProblem = { code: "malformed" | "wrong" | "too_many" | "signed_out" };

export type AddProblem =
  | SignInAgain
  | GiveProblem
  | { code: "too_many_factors" }
  /** What was begun is not there any more: it was finished, begun anew, or an hour ago. */
  | { code: "not_begun" };

export type RemoveProblem = SignInAgain | { code: "not_found" | "last_of_admin" };

export type ResetProblem = SignInAgain | { code: "not_found" | "own" | "none" };

/** What a session opens: everything, the page that asks for the second factor, or the one that sets it up. */
export type Standing = "open" | "give" | "set_up";

type Facts = { role: Role; hasFactor: boolean; secondFactorAt: Date | null };

/** Who has a factor is asked for it at every sign-in; an admin must have one, unless this is a demo. */
export function standingOf(
  { role, hasFactor, secondFactorAt }: Facts,
  { demo }: { demo: boolean },
): Standing {
  if (secondFactorAt) return "open";
  if (hasFactor) return "give";
  return role === "admin" && !demo ? "set_up" : "open";
}

/** What a person is told by mail about how they sign in. */
export const notices = ["added", "removed", "reset", "recovery_code_used"] as const;
export type Notice = (typeof notices)[number];
