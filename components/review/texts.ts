import { countOf, formatCount } from "@/components/ui/counts";
import type { FieldValue } from "@/lib/answers/model";
import {
  type CheckCode,
  COMMENT_LENGTH_MAX,
  type CommentError,
  type DecideError,
  type Decision,
} from "@/lib/reviews/model";
import { describeStatus } from "@/lib/statuses/model";

export const checkTexts: Record<CheckCode, { title: string; fine: string }> = {
  names: { title: "Names in use", fine: "No other customer of yours has these names" },
  addresses: {
    title: "Email and web addresses",
    fine: "Every address is at the website's domain",
  },
  letters: { title: "Look-alike letters", fine: "Every letter is what it looks like" },
  phone: { title: "Phone", fine: "The number can be in service, or none was given" },
  logo: { title: "Logo", fine: "A logo was given, and it fits" },
  redirect_uris: { title: "Redirect URIs", fine: "Plaid accepts each of them" },
  other: { title: "Other answers", fine: "Nothing else to look at" },
};

export const decisionLabels: Record<Decision, string> = {
  approved: "Approved",
  changes_requested: "Changes requested",
  rejected: "Rejected",
};

/** "2 warnings" */
export function warnings(count: number): string {
  if (count === 0) return "No warnings";
  return countOf(count, "warning");
}

export function valueText(value: FieldValue | undefined): string {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  const text = Array.isArray(value) ? value.filter(Boolean).join(", ") : (value ?? "").trim();
  if (text === "") return "nothing";
  return /^[0-9a-f]{64}$/.test(text) ? "another image" : text;
}

export function explainComment(error: CommentError): string {
  switch (error.code) {
    case "not_found":
      return "This comment or field is not here any more. Reload the page";
    case "not_in_review":
      return notInReview(error.status);
    case "empty":
      return "Enter what you want to say";
    case "too_long":
      return `Comment must be ${formatCount(COMMENT_LENGTH_MAX)} characters or fewer`;
    case "not_theirs":
      return "The customer does not see this section. Add an internal note, or change the answer yourself";
  }
}

export function explainDecision(error: DecideError): string {
  switch (error.code) {
    case "not_found":
      return "Nothing was decided: this customer is not here any more.";
    case "not_in_review":
      return `Nothing was decided: ${notInReview(error.status)}.`;
    case "stale":
      return "Nothing was decided: answers changed, or were submitted again, after you opened this page.";
    case "own_submission":
      return "Nothing was decided: you submitted these answers, so somebody else has to approve them.";
    case "nothing_asked":
      return "Nothing was sent: say what has to change first. Comment on a field and choose who reads it.";
    case "unsent_questions":
      return `Nothing was decided: ${error.count === 1 ? "a question was" : `${error.count} questions were`} written and not sent. Request changes, or take ${error.count === 1 ? "it" : "them"} back.`;
    case "no_reason":
      return "Nothing was decided: say why, in words for the customer.";
  }
}

function notInReview(status: string): string {
  return `it is not in review any more, and stands at “${describeStatus(status).label}”`;
}
