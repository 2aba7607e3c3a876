import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { textsOf } from "@/lib/languages/catalogues";
import type { Finding, Remark } from "@/lib/reviews/model";
import { explainComment, explainDecision, explainFinding } from "./texts";

const checks = createTranslator({ ...textsOf("en"), namespace: "review.checks" });
const refusals = createTranslator({ ...textsOf("en"), namespace: "review.refusals" });
const comments = createTranslator({ ...textsOf("en"), namespace: "review.comments" });

test.each<[Remark, string]>([
  [
    { code: "letters", word: "Hаrbor", script: "cyrillic", letters: ["а"] },
    "Hаrbor has Cyrillic letters that look Latin: а (U+0430)",
  ],
  [
    { code: "letters", word: "Αcme", script: "greek", letters: ["Α"] },
    "Αcme has Greek letters that look Latin: Α (U+0391)",
  ],
  [
    { code: "domain", shown: "bücher.example", sent: "xn--bcher-kva.example" },
    "The domain of the support email address, bücher.example, is sent as xn--bcher-kva.example. Check that no letter only looks like the one that is meant",
  ],
])("a check says what it found: %j", (remark, text) => {
  const finding: Finding = { step: "support", path: "email", remark };
  expect(explainFinding(finding, checks)).toBe(text);
});

test("questions that would be left behind are counted", () => {
  const say = (count: number) => explainDecision({ code: "unsent_questions", count }, refusals);
  expect(say(1)).toBe(
    "Nothing was decided: a question was written and not sent. Request changes, or take it back.",
  );
  expect(say(2)).toBe(
    "Nothing was decided: 2 questions were written and not sent. Request changes, or take them back.",
  );
});

test("a comment on a review that is over says where it stands", () => {
  expect(explainComment({ code: "not_in_review", status: "DRAFT" }, comments)).toBe(
    "it is not in review any more, and stands at “Draft”",
  );
});
