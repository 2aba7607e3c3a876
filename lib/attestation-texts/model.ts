import labels from "@/lib/languages/messages/en/staff/wordingKinds.json";
import type { FieldErrors } from "@/lib/onboarding/model";

/** Everything people confirm: ours before sending, and the customer's acceptance when it hands in. */
export const wordingKinds = ["due_diligence", "bank_addendum", "addendum_acceptance"] as const;
export type WordingKind = (typeof wordingKinds)[number];

export function isWordingKind(text: string): text is WordingKind {
  return (wordingKinds as readonly string[]).includes(text);
}

export const wordingLabels: Record<WordingKind, string> = labels;

/** Stand for the names; both are shown as they are until a draft fills them in. */
export const placeholders = ["{partner}", "{legalEntityName}"] as const;

export const TITLE_MAX = 100;
export const BODY_MAX = 2_000;

/** A published version. Instants are ISO 8601. */
export type Wording = {
  kind: WordingKind;
  version: number;
  title: string;
  body: string;
  /** Of the body, hex. */
  sha256: string;
  publishedAt: string;
  /** Null where it came with the product. */
  publishedBy: string | null;
};

/** Words that stay, go or come from one version to the next. */
export type Difference = { text: string; change: "same" | "removed" | "added" }[];

export type WordingDraft = { title: string; body: string; savedAt: string; savedBy: string };

export type WordingView = {
  kind: WordingKind;
  /** Latest first; the first is in force. */
  versions: (Wording & { difference: Difference | null })[];
  draft: (WordingDraft & { difference: Difference }) | null;
};

export type DraftError = { code: "incorrect"; errors: FieldErrors };

export type PublishError =
  /** There is no draft, or it says what is in force. */
  | { code: "nothing_new" }
  /** Somebody changed the draft, or published, since it was read. */
  | { code: "changed_meanwhile" };
