import { type Explanation, signInAgain } from "@/components/acts/explanation";
import { mailTrouble } from "@/components/notifications/mail-trouble";
import type { HandoverProblem, HandoverState } from "@/lib/handovers/model";
import type { Delivery } from "@/lib/mail/model";
import { secretTitles } from "@/lib/secrets/model";
import type { Tone } from "@/lib/statuses/model";

export const states: Record<HandoverState, { label: string; tone: Tone }> = {
  sent: { label: "Not opened yet", tone: "customer" },
  opened: { label: "Opened", tone: "customer" },
  locked: { label: "Locked", tone: "blocked" },
  revoked: { label: "Revoked", tone: "neutral" },
  expired: { label: "Link ended", tone: "you" },
  revealed: { label: "Received", tone: "done" },
};

export function troubleOf(delivery: Delivery): string | null {
  return mailTrouble(delivery, {
    refused: "Revoke the link and create one for another address",
    unconfigured:
      ", so neither the link nor its code can arrive. Reveal the secret and hand it over yourself",
    failed: "Revoke the link and create another one",
  });
}

type Problem = Exclude<HandoverProblem, { code: "incorrect" }>;

/** Why no link was made. What is wrong with a field is told there. */
export function explainHandover(problem: Problem): Explanation {
  switch (problem.code) {
    case "sign_in_again":
      return signInAgain("No link was created", "Confirm to hand over");
    case "not_found":
      return { title: "This customer is not here any more", text: "No link was created." };
    case "not_held":
      return {
        title: `The ${secretTitles[problem.kind]} cannot be handed over any more`,
        text: "It was revealed, deleted or promised to somebody meanwhile. Load the page again.",
      };
  }
}
