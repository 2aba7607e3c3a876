import type { SignInAgain } from "@/lib/auth/model";
import type { EnableError } from "@/lib/customers/model";
import type { ReminderError } from "@/lib/invitations/model";
import type { AssignError } from "@/lib/reviews/model";

/** What can be done to many customers at once. */
export const runKinds = ["remind", "assign", "enable", "import"] as const;
export type RunKind = (typeof runKinds)[number];

/** Kinds that begin with customers somebody chose in the list. */
export const chosenKinds = ["remind", "assign", "enable"] as const;
export type ChosenKind = (typeof chosenKinds)[number];

/** `unknown`: Plaid's answer never came. It is not tried again by the run. */
export const itemStates = ["queued", "running", "done", "failed", "unknown"] as const;
export type ItemState = (typeof itemStates)[number];

/** Ours: more in one go is a mistake more often than a wish. */
export const RUN_ITEMS_MAX = 5_000;

/** Why an item was not done, or what to know about one that was. */
export type ItemReason =
  | EnableError
  | ReminderError
  | AssignError
  /** The one who started the run may not do this any more. */
  | { code: "forbidden" }
  | { code: "person_gone" }
  /** Enabling takes two people, and this press was the first. */
  | { code: "second_person" }
  /** The program ended in between; Plaid says that nothing was done. */
  | { code: "interrupted" }
  /** It is live, but the answer with its secret was lost. */
  | { code: "answer_lost" }
  | { code: "unexpected" };

export type RunCounts = Record<ItemState, number>;

/** Instants are ISO 8601. */
export type RunView = {
  id: string;
  kind: RunKind;
  /** How many were chosen; the run is about those it can be done to. */
  selected: number;
  counts: RunCounts;
  createdAt: string;
  /** Null while it has only been asked for. */
  startedAt: string | null;
  pausedAt: string | null;
  /** In whose name it acts. */
  person: { id: string; name: string };
  /** Of an assignment; null for nobody. */
  assignee: string | null;
};

export type ItemView = {
  position: number;
  customerId: string | null;
  companyName: string;
  state: ItemState;
  reason: ItemReason | null;
  finishedAt: string | null;
};

export type ItemPage = { items: ItemView[]; next: number | null };

export type RunError =
  | { code: "not_found" }
  /** None of the chosen customers is one it can be done to. */
  | { code: "nothing_to_do"; selected: number }
  | { code: "too_many"; max: number }
  | { code: "started_already" }
  /** A run goes on in the name of who started it, so that only this person makes it go on. */
  | { code: "not_yours"; person: string }
  | { code: "no_such_person" }
  | SignInAgain;

export function totalOf(counts: RunCounts): number {
  return itemStates.reduce((sum, state) => sum + counts[state], 0);
}

export type RunStage = "asked" | "running" | "paused" | "finished";

export function stageOf({
  startedAt,
  pausedAt,
  counts,
}: Pick<RunView, "startedAt" | "pausedAt" | "counts">): RunStage {
  if (!startedAt) return "asked";
  if (counts.queued === 0 && counts.running === 0) return "finished";
  return pausedAt ? "paused" : "running";
}
