import { FRESH_MINUTES } from "@/lib/auth/model";
import type { Translate } from "@/lib/languages/model";
import type { PlaidProblem } from "@/lib/partner-api/model";

/** What happened, and what to do about it. */
export type Explanation = {
  title: string;
  text: string;
  problem?: PlaidProblem;
  /** What the way to a fresh sign-in is called, where that is what it takes. */
  signInAgain?: string;
};

/** A server action that leads on, or says why it did not do what was asked. */
export type Act = (told: Explanation | null, form: FormData) => Promise<Explanation | null>;

export function signInAgain(title: string, label: string, t: Translate<"acts">): Explanation {
  return { title, text: t("signInAgain", { minutes: FRESH_MINUTES }), signInAgain: label };
}
