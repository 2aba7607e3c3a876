import { type Explanation, signInAgain } from "@/components/acts/explanation";
import { explainEnable } from "@/components/customers/problem-texts";
import { formatCount } from "@/components/ui/counts";
import type { Translate } from "@/lib/languages/model";
import {
  type ItemReason,
  type ItemState,
  type RunError,
  type RunStage,
  type RunView,
  totalOf,
} from "@/lib/runs/model";
import { describeStatus, type Tone } from "@/lib/statuses/model";
import { dateOf } from "@/lib/time/model";

/** What a run is called while it is on its way and afterwards: "Remind 12 customers". */
export function titleOf(
  { kind, counts }: Pick<RunView, "kind" | "counts">,
  t: Translate<"runs">,
): string {
  return t(`title.${kind}`, { count: totalOf(counts) });
}

/** "12 of 50 chosen customers can be enabled." */
export function possibleOf({ kind, counts, selected }: RunView, t: Translate<"runs">): string {
  const total = totalOf(counts);
  return selected === 1 || total === selected
    ? t(`question.all.${kind}`, { count: selected })
    : t(`question.some.${kind}`, { total: formatCount(total), count: formatCount(selected) });
}

const stageTones: Record<RunStage, Tone> = {
  asked: "neutral",
  running: "plaid",
  paused: "you",
  finished: "done",
};

/** A run that ended with failures is not done for whoever started it. */
export function stageLabelOf(stage: RunStage, problems: boolean, t: Translate<"runs">): string {
  return t(`stage.${stage === "finished" && problems ? "finishedWithProblems" : stage}`);
}

export function stageToneOf(stage: RunStage, problems: boolean): Tone {
  return stage === "finished" && problems ? "you" : stageTones[stage];
}

export const stateTones: Record<ItemState, Tone> = {
  queued: "neutral",
  running: "plaid",
  done: "done",
  failed: "blocked",
  unknown: "you",
};

/** A row may say what the customer's own page says. */
type ItemTexts = {
  runs: Translate<"runs">;
  customers: Translate<"customers">;
  acts: Translate<"acts">;
};

/** Why a row stands as it does, in one or two sentences. */
export function explainItem(reason: ItemReason, company: string, t: ItemTexts): string {
  switch (reason.code) {
    case "not_with_customer":
      return t.runs(`reason.${reason.code}`, { status: describeStatus(reason.status).label });
    case "mailed_lately":
      return t.runs(`reason.${reason.code}`, { date: dateOf(reason.at) });
    case "sign_in_again":
    case "not_found":
    case "not_ready":
    case "refused":
    case "unknown":
      return explainEnable(reason, company, t.customers, t.acts).text;
    default:
      return t.runs(`reason.${reason.code}`);
  }
}

export function explainRun(
  error: RunError,
  t: Translate<"runs.told">,
  acts: Translate<"acts">,
): Explanation {
  switch (error.code) {
    case "too_many":
      return {
        title: t("too_many.title"),
        text: t("too_many.text", { max: formatCount(error.max) }),
      };
    case "not_yours": {
      const { person } = error;
      return { title: t("not_yours.title", { person }), text: t("not_yours.text", { person }) };
    }
    case "sign_in_again":
      return signInAgain(t("sign_in_again.title"), t("sign_in_again.label"), acts);
    default:
      return { title: t(`${error.code}.title`), text: t(`${error.code}.text`) };
  }
}
