import type { AnswerStep } from "@/lib/onboarding/model";

/** Who or what caused a change. */
type ActivitySource = "person" | "customer" | "webhook" | "check" | "scheduler";

/** A field somebody worked on; values are null where this reader may not see them. */
export type FieldEdit = {
  step: AnswerStep;
  path: string;
  before: string | boolean | null;
  after: string | boolean | null;
};

/** One thing that happened to a customer. `at` is ISO 8601. */
export type ActivityEntry = {
  id: string;
  at: string;
  source: ActivitySource;
  /** Name of who did it; empty for a check, whose asker is not known. */
  actor: string;
  action: string;
  details: Record<string, string>;
  edits: FieldEdit[];
};

export type ActivityPage = {
  entries: ActivityEntry[];
  /** Opaque; null when there is nothing older. */
  older: string | null;
};

/** How a change of a bank's status is called among the audited actions. */
export const BANK_CHANGED = "institution.status_changed";

/** A filter looks through so many events at a time, and says where it stopped. */
export const WINDOW = 1_000;
