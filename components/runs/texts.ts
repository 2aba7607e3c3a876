import { type Explanation, signInAgain } from "@/components/acts/explanation";
import { explainEnable } from "@/components/customers/problem-texts";
import { countOf, formatCount } from "@/components/ui/counts";
import {
  type ItemReason,
  type ItemState,
  type RunError,
  type RunKind,
  type RunStage,
  type RunView,
  totalOf,
} from "@/lib/runs/model";
import { describeStatus, type Tone } from "@/lib/statuses/model";
import { dateOf } from "@/lib/time/model";

/** What a run is called while it is on its way and afterwards: "Remind 12 customers". */
export function titleOf({ kind, counts }: Pick<RunView, "kind" | "counts">): string {
  const customers = countOf(totalOf(counts), "customer");
  switch (kind) {
    case "remind":
      return `Remind ${customers}`;
    case "assign":
      return `Assign ${customers}`;
    case "enable":
      return `Enable ${customers} in Production`;
    case "import":
      return `Create ${countOf(totalOf(counts), "draft")}`;
  }
}

/** The button that starts it. */
export const startLabels: Record<RunKind, string> = {
  remind: "Send reminders",
  assign: "Assign",
  enable: "Enable in Production",
  import: "Create drafts",
};

/** "12 of 50 chosen customers can be enabled." */
export function possibleOf({ kind, counts, selected }: RunView): string {
  const total = totalOf(counts);
  const can: Record<RunKind, string> = {
    remind: "can be reminded: the others are not with a customer",
    assign: "can be assigned",
    enable: "can be enabled: the others do not wait for it",
    import: "can become drafts",
  };
  if (selected === 1) return `The chosen customer ${plainly[kind]}.`;
  if (total === selected) return `All ${countOf(selected, "chosen customer")} ${plainly[kind]}.`;
  return `${formatCount(total)} of ${countOf(selected, "chosen customer")} ${can[kind]}.`;
}

const plainly: Record<RunKind, string> = {
  remind: "can be reminded",
  assign: "can be assigned",
  enable: "can be enabled",
  import: "can become drafts",
};

const stageLabels: Record<RunStage, string> = {
  asked: "Not started",
  running: "Running",
  paused: "Paused",
  finished: "Finished",
};

const stageTones: Record<RunStage, Tone> = {
  asked: "neutral",
  running: "plaid",
  paused: "you",
  finished: "done",
};

/** A run that ended with failures is not done for whoever started it. */
export function stageLabelOf(stage: RunStage, problems: boolean): string {
  return stage === "finished" && problems ? "Finished with problems" : stageLabels[stage];
}

export function stageToneOf(stage: RunStage, problems: boolean): Tone {
  return stage === "finished" && problems ? "you" : stageTones[stage];
}

export const stateLabels: Record<ItemState, string> = {
  queued: "Queued",
  running: "Running",
  done: "Done",
  failed: "Failed",
  unknown: "No answer",
};

export const stateTones: Record<ItemState, Tone> = {
  queued: "neutral",
  running: "plaid",
  done: "done",
  failed: "blocked",
  unknown: "you",
};

/** Why a row stands as it does, in one or two sentences. */
export function explainItem(reason: ItemReason, company: string): string {
  switch (reason.code) {
    case "not_with_customer":
      return `It is not with the customer. Its status is “${describeStatus(reason.status).label}”.`;
    case "not_invited":
      return "Nobody is invited. Send an invitation first.";
    case "mailed_lately":
      return `A mail went out on ${dateOf(reason.at)}. Remind again a day later.`;
    case "no_such_person":
      return "This person cannot be assigned any more. Start again with somebody else.";
    case "forbidden":
      return "Whoever started the run may not do this any more.";
    case "person_gone":
      return "Whoever started the run has no access any more.";
    case "second_person":
      return "Enabling takes two people. The first press is kept: somebody else has to press, too.";
    case "interrupted":
      return "The program ended before Plaid was asked. Plaid says it is not enabled: try again.";
    case "answer_lost":
      return "It is live, but Plaid's answer with the secret was lost. Get it in Plaid Dashboard → Developers → Keys.";
    case "unexpected":
      return "Something in this portal went wrong. Try again, or do it on the customer's page.";
    default:
      return explainEnable(reason, company).text;
  }
}

export function explainRun(error: RunError): Explanation {
  switch (error.code) {
    case "not_found":
      return {
        title: "This run is not here any more",
        text: "It was taken back, or it is older than 90 days. Choose the customers again.",
      };
    case "nothing_to_do":
      return {
        title: "There is nothing to do",
        text: "Choose customers first, and such as it can be done to.",
      };
    case "too_many":
      return {
        title: "Too many customers",
        text: `At most ${formatCount(error.max)} in one go. Narrow the list down.`,
      };
    case "started_already":
      return { title: "This run was started already", text: "See below how far it is." };
    case "not_yours":
      return {
        title: `Only ${error.person} can make it go on`,
        text: `It acts in the name of ${error.person}. Ask, or choose the customers again.`,
      };
    case "no_such_person":
      return { title: "This person cannot be assigned", text: "Choose somebody else." };
    case "sign_in_again":
      return signInAgain("Nothing was started", "Confirm to enable");
  }
}
