import type { SignInAgain } from "@/lib/auth/model";

const undecided = [
  "SUBMITTING",
  "SUBMIT_UNKNOWN",
  "UNDER_REVIEW",
  "MORE_INFORMATION_NEEDED",
  "ENABLING",
  "ENABLE_UNKNOWN",
];

/** Plaid has not decided yet, or we do not know what it decided: its people may still be asked for. */
export function isUndecided(status: string): boolean {
  return undecided.includes(status);
}

export type EraseError =
  | SignInAgain
  | { code: "not_found" }
  | { code: "name_differs" }
  | { code: "undecided"; status: string };
