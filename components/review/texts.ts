import { formatCount } from "@/components/ui/counts";
import type { FieldValue } from "@/lib/answers/model";
import { fieldAt } from "@/lib/fields/model";
import { inSentence, type Translate } from "@/lib/languages/model";
import {
  COMMENT_LENGTH_MAX,
  type CommentError,
  type DecideError,
  type Finding,
} from "@/lib/reviews/model";
import { describeStatus } from "@/lib/statuses/model";

export function valueText(value: FieldValue | undefined, t: Translate<"review.values">): string {
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  const text = Array.isArray(value) ? value.filter(Boolean).join(", ") : (value ?? "").trim();
  if (text === "") return t("nothing");
  return /^[0-9a-f]{64}$/.test(text) ? t("image") : text;
}

/** What is said beside the name of the answer. */
export function explainFinding(
  { step, path, remark }: Finding,
  t: Translate<"review.checks">,
): string {
  switch (remark.code) {
    case "said":
      return remark.text;
    case "domain": {
      const { shown, sent } = remark;
      const field = inSentence(fieldAt(step, path)?.label ?? path);
      return t("remarks.domain", { field, shown, sent });
    }
    case "letters": {
      const { word, script } = remark;
      const letters = remark.letters.map(named).join(", ");
      return t("remarks.letters", { word, script, letters });
    }
    case "transparent":
      return t("remarks.transparent");
    case "no_logo":
      return t("remarks.noLogo");
  }
}

/** "а (U+0430)" */
function named(letter: string): string {
  const code = letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0");
  return `${letter} (U+${code})`;
}

export function explainComment(error: CommentError, t: Translate<"review.comments">): string {
  switch (error.code) {
    case "not_in_review":
      return t("closed", { status: describeStatus(error.status).label });
    case "too_long":
      return t("errors.too_long", { max: formatCount(COMMENT_LENGTH_MAX) });
    default:
      return t(`errors.${error.code}`);
  }
}

export function explainDecision(error: DecideError, t: Translate<"review.refusals">): string {
  switch (error.code) {
    case "not_in_review":
      return t("not_in_review", { status: describeStatus(error.status).label });
    case "unsent_questions":
      return t("unsent_questions", { count: error.count });
    default:
      return t(error.code);
  }
}
