import { type Explanation, signInAgain } from "@/components/acts/explanation";
import type { SignInAgain } from "@/lib/auth/model";
import type { Translate } from "@/lib/languages/model";
import type { ConnectionError, ConnectionTest, SaveError } from "@/lib/partner-settings/model";

type Acts = Translate<"acts">;

export type SaveProblem = SaveError | SignInAgain;

/** What is wrong with a field is told there. */
export function explainSave(
  problem: Exclude<SaveProblem, { code: "incorrect" }>,
  t: Translate<"settings.form">,
  acts: Acts,
): Explanation {
  switch (problem.code) {
    case "sign_in_again":
      return signInAgain(t("signInAgain.title"), t("signInAgain.label"), acts);
    case "changed_meanwhile":
      return { title: t("changedMeanwhile.title"), text: t("changedMeanwhile.text") };
  }
}

type Say = Translate<"settings.connection">;

export function explainConnectionError(error: ConnectionError, t: Say, acts: Acts): Explanation {
  return error.code === "sign_in_again"
    ? signInAgain(t("signInAgain.title"), t("signInAgain.label"), acts)
    : { title: t("tooSoon.title"), text: t("tooSoon.text") };
}

type Failed = Extract<ConnectionTest, { outcome: "failed" }>;

/** What a failed test means, and what to do about it. */
export function explainFailure({ problem, latencyMs: ms }: Failed, t: Say): Explanation {
  switch (problem.kind) {
    case "not_sent":
      return { title: t("notSent.title"), text: t("notSent.text"), problem };
    case "unavailable":
      return { title: t("unavailable.title"), text: t("unavailable.text", { ms }), problem };
    case "rate_limited":
      return { title: t("rateLimited.title"), text: t("rateLimited.text", { ms }), problem };
    case "rejected": {
      const { code } = problem;
      const known = refusals.find((one) => one === code) ?? "other";
      const text = t(`refused.${known}.text`, { code });
      return { title: t(`refused.${known}.title`), text, problem };
    }
  }
}

/** Plaid's codes that a text is known for. */
const refusals = [
  "INVALID_API_KEYS",
  "UNAUTHORIZED_ENVIRONMENT",
  "UNAUTHORIZED_ROUTE_ACCESS",
] as const;
