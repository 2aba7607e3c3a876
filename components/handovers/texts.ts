import { type Explanation, signInAgain } from "@/components/acts/explanation";
import { mailTrouble } from "@/components/notifications/mail-trouble";
import type { HandoverProblem, HandoverState } from "@/lib/handovers/model";
import type { Translate } from "@/lib/languages/model";
import type { Delivery } from "@/lib/mail/model";
import type { FieldErrors } from "@/lib/onboarding/model";
import type { Tone } from "@/lib/statuses/model";

export const tones: Record<HandoverState, Tone> = {
  sent: "customer",
  opened: "customer",
  locked: "blocked",
  revoked: "neutral",
  expired: "you",
  revealed: "done",
};

export function troubleOf(
  delivery: Delivery,
  t: Translate<"handovers">,
  ofMail: Translate<"notifications.mail">,
): string | null {
  const todo = {
    refused: t("trouble.refused"),
    unconfigured: t("trouble.unconfigured"),
    failed: t("trouble.failed"),
  };
  return mailTrouble(delivery, todo, ofMail);
}

export function inWords(errors: FieldErrors, t: Translate<"handovers.form">): FieldErrors {
  return errors.kinds ? { ...errors, kinds: t("errors.kinds") } : errors;
}

type Problem = Exclude<HandoverProblem, { code: "incorrect" }>;

/** Why no link was made. What is wrong with a field is told there. */
export function explainHandover(
  problem: Problem,
  t: Translate<"handovers.form">,
  acts: Translate<"acts">,
): Explanation {
  switch (problem.code) {
    case "sign_in_again":
      return signInAgain(t("again.title"), t("again.label"), acts);
    case "not_found":
      return { title: t("gone.title"), text: t("gone.text") };
    case "not_held":
      return { title: t("notHeld.title", { kind: problem.kind }), text: t("notHeld.text") };
  }
}
