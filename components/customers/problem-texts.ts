import { type Explanation, signInAgain } from "@/components/acts/explanation";
import { countOf } from "@/components/ui/counts";
import type { SignInAgain } from "@/lib/auth/model";
import type {
  AbsentError,
  AdoptError,
  CheckError,
  EnableError,
  RemoveError,
} from "@/lib/customers/model";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { waitOf } from "@/lib/rate-limits/model";
import { explainRefusal } from "@/lib/refusals/model";
import type { Result } from "@/lib/result";
import type { RevealError } from "@/lib/secrets/model";
import { describeStatus } from "@/lib/statuses/model";
import type { CheckAnswer } from "./check-now";

const gone = {
  title: "This customer is not here any more",
  text: "Somebody removed it meanwhile. Go back to the list of end customers.",
};

export function explainEnable(error: EnableError, company: string): Explanation {
  switch (error.code) {
    case "sign_in_again":
      return signInAgain("Nothing was enabled", "Confirm to enable");
    case "not_found":
      return gone;
    case "not_ready":
      return notReady(error.status, company);
    case "refused":
      return refused("Plaid did not enable this customer", error.problem);
    case "unknown":
      return { title: "We did not get Plaid's answer", text: unknownText(error.status, company) };
  }
}

function notReady(status: string, company: string): Explanation {
  const { label, line } = describeStatus(status);
  if (status === "ACTIVE") {
    return { title: `${company} is live in Production`, text: "It was enabled a moment ago." };
  }
  return {
    title: `${company} cannot be enabled now`,
    text: `Its status is “${label}”. ${line}.`,
  };
}

function unknownText(status: string | null, company: string): string {
  const start = `${company} may already be live.`;
  if (status === null) {
    return `${start} Plaid could not be asked for its status either. Check the status before you try again.`;
  }
  const asked = `${start} We asked Plaid for its status: ${describeStatus(status).label} (checked just now).`;
  if (status === "PENDING_ENABLEMENT") return `${asked} You can safely try again.`;
  if (status === "ACTIVE") {
    return `${asked} Plaid sent the production secret in the answer we never received. Get it in Plaid Dashboard → Developers → Keys, then paste it on the Keys tab to hand it over.`;
  }
  return `${asked} Check the status again in a minute.`;
}

export function explainRemove(error: RemoveError | { code: "name_differs" }): Explanation {
  switch (error.code) {
    case "sign_in_again":
      return signInAgain("Nothing was removed", "Confirm to remove");
    case "not_found":
      return gone;
    case "not_removable":
      return {
        title: "This customer cannot be removed now",
        text: `Its status is “${describeStatus(error.status).label}”.`,
      };
    case "refused":
      return refused("Plaid did not remove this customer", error.problem);
    case "name_differs":
      return {
        title: "The name does not match",
        text: "Type the company name exactly as it is shown. Nothing was removed.",
      };
  }
}

/** What is said beside the button that asks Plaid. */
export function answerCheck(result: Result<{ status: string }, CheckError>): CheckAnswer {
  if (result.ok) return { text: `Plaid says: ${describeStatus(result.value.status).label}` };
  const { title, text, problem } = explainCheck(result.error);
  return { text: `${title}. ${text}`, problem };
}

function explainCheck(error: CheckError): Explanation {
  switch (error.code) {
    case "not_found":
      return gone;
    case "not_sent":
      return {
        title: "There is nothing to check",
        text: "Plaid does not know this customer, so it cannot be asked about it.",
      };
    case "too_soon":
      return {
        title: "We asked Plaid a moment ago",
        text: `The next check is possible in ${countOf(error.waitSeconds, "second")}.`,
      };
    case "refused":
      return refused("Plaid could not be asked", error.problem);
  }
}

export function explainAdopt(error: AdoptError, company: string): string {
  switch (error.code) {
    case "not_found":
      return gone.title;
    case "not_unknown":
      return "This submission is no longer open: load the page again to see what became of it";
    case "unknown_client_id":
      return "Plaid knows no end customer with this client_id. Copy it from the Partner End Customer Summary";
    case "other_customer":
      return `This client_id belongs to ${error.plaidName}, not to ${company}. Look for ${company} in the summary`;
    case "attached_elsewhere":
      return "This client_id already belongs to another customer of this portal";
    case "refused":
      return refused("Plaid could not be asked", error.problem).text;
  }
}

export function explainAbsent(error: Exclude<AbsentError, SignInAgain>): string {
  switch (error.code) {
    case "not_found":
      return gone.title;
    case "not_unknown":
      return "This submission is no longer open: load the page again to see what became of it";
    case "too_early":
      return `Plaid may still be working on it. Sending again is possible from ${clock(error.until)} on`;
    case "name_differs":
      return "Type the company name exactly as it is shown above";
  }
}

function clock(at: string): string {
  const options = { hour: "2-digit", minute: "2-digit", timeZone: "UTC" } as const;
  return `${new Intl.DateTimeFormat("en-GB", options).format(new Date(at))} UTC`;
}

export function explainReveal(error: RevealError): Explanation {
  switch (error.code) {
    case "sign_in_again":
      return signInAgain("Nothing was revealed", "Confirm to reveal");
    case "too_many":
      return {
        title: "Nothing was revealed",
        text: `You have revealed several secrets within an hour. Wait ${waitOf(error)}, then choose Reveal once again.`,
      };
    case "promised":
      return {
        title: "Nothing was revealed",
        text: "A hand-over link leads to this secret. Revoke the link first.",
      };
    case "not_openable":
      return {
        title: "The secret does not open",
        text: "The key it was sealed with is not among SECRETS_KEYS of this portal. Nothing was lost: an administrator of the server can add the key.",
      };
    case "not_held":
      return {
        title: "Nothing to reveal",
        text: "The secret is not stored here any more. Somebody revealed it before you did.",
      };
  }
}

function refused(title: string, problem: PlaidProblem): Explanation {
  return { title, text: problemText(problem), problem };
}

export function problemText(problem: PlaidProblem): string {
  const { what, next } = explainRefusal(problem);
  // The dictionary speaks of sending; everything here asks again instead.
  return `${what} ${next.replace("send again", "try again")}`;
}
