import { type Explanation, signInAgain } from "@/components/acts/explanation";
import type { SignInAgain } from "@/lib/auth/model";
import type {
  AbsentError,
  AdoptError,
  CheckError,
  EnableError,
  RemoveError,
} from "@/lib/customers/model";
import type { Translate } from "@/lib/languages/model";
import type { PlaidProblem } from "@/lib/partner-api/model";
import { waitOf } from "@/lib/rate-limits/model";
import { explainRefusal } from "@/lib/refusals/model";
import type { Result } from "@/lib/result";
import type { RevealError } from "@/lib/secrets/model";
import { describeStatus } from "@/lib/statuses/model";
import type { CheckAnswer } from "./check-now";

type T = Translate<"customers">;
/** What every step-up says. */
type Acts = Translate<"acts">;

function gone(t: T): Explanation {
  return { title: t("gone.title"), text: t("gone.text") };
}

export function explainEnable(error: EnableError, company: string, t: T, acts: Acts): Explanation {
  switch (error.code) {
    case "sign_in_again":
      return signInAgain(t("enable.told.nothing"), t("enable.told.confirm"), acts);
    case "not_found":
      return gone(t);
    case "not_ready":
      return notReady(error.status, company, t);
    case "refused":
      return refused(t("enable.told.refused"), error.problem);
    case "unknown":
      return {
        title: t("enable.told.unknown.title"),
        text: unknownText(error.status, company, t),
      };
  }
}

/** Why a customer in this status cannot be enabled. */
export function notReady(status: string, company: string, t: T): Explanation {
  if (status === "ACTIVE") {
    return { title: t("enable.told.live.title", { company }), text: t("enable.told.live.text") };
  }
  const { label, line } = describeStatus(status);
  return {
    title: t("enable.told.notReady.title", { company }),
    text: t("enable.told.notReady.text", { status: label, line }),
  };
}

function unknownText(status: string | null, company: string, t: T): string {
  if (status === null) return t("enable.told.unknown.notAsked", { company });
  const asked = { company, status: describeStatus(status).label };
  if (status === "PENDING_ENABLEMENT") return t("enable.told.unknown.again", asked);
  if (status === "ACTIVE") return t("enable.told.unknown.live", asked);
  return t("enable.told.unknown.other", asked);
}

export function explainRemove(
  error: RemoveError | { code: "name_differs" },
  t: T,
  acts: Acts,
): Explanation {
  switch (error.code) {
    case "sign_in_again":
      return signInAgain(t("remove.told.nothing"), t("remove.confirm"), acts);
    case "not_found":
      return gone(t);
    case "not_removable":
      return {
        title: t("remove.told.notRemovable.title"),
        text: t("remove.told.notRemovable.text", { status: describeStatus(error.status).label }),
      };
    case "refused":
      return refused(t("remove.told.refused"), error.problem);
    case "name_differs":
      return {
        title: t("remove.told.nameDiffers.title"),
        text: t("remove.told.nameDiffers.text"),
      };
  }
}

/** What is said beside the button that asks Plaid. */
export function answerCheck(result: Result<{ status: string }, CheckError>, t: T): CheckAnswer {
  if (result.ok) {
    return { text: t("check.says", { status: describeStatus(result.value.status).label }) };
  }
  const { title, text, problem } = explainCheck(result.error, t);
  return { text: t("check.told", { title, text }), problem };
}

function explainCheck(error: CheckError, t: T): Explanation {
  switch (error.code) {
    case "not_found":
      return gone(t);
    case "not_sent":
      return { title: t("check.notSent.title"), text: t("check.notSent.text") };
    case "too_soon":
      return {
        title: t("check.tooSoon.title"),
        text: t("check.tooSoon.text", { count: error.waitSeconds }),
      };
    case "refused":
      return refused(t("check.refused"), error.problem);
  }
}

export function explainAdopt(error: AdoptError, company: string, t: T): string {
  switch (error.code) {
    case "not_found":
      return gone(t).title;
    case "not_unknown":
      return t("reconcile.told.notOpen");
    case "unknown_client_id":
      return t("reconcile.errors.unknown");
    case "other_customer":
      return t("reconcile.errors.other", { other: error.plaidName, company });
    case "attached_elsewhere":
      return t("reconcile.told.elsewhere");
    case "refused":
      return problemText(error.problem);
  }
}

export function explainAbsent(error: Exclude<AbsentError, SignInAgain>, t: T): string {
  switch (error.code) {
    case "not_found":
      return gone(t).title;
    case "not_unknown":
      return t("reconcile.told.notOpen");
    case "too_early":
      return t("reconcile.told.tooEarly", { time: clock(error.until) });
    case "name_differs":
      return t("reconcile.errors.name");
  }
}

function clock(at: string): string {
  const options = { hour: "2-digit", minute: "2-digit", timeZone: "UTC" } as const;
  return `${new Intl.DateTimeFormat("en-GB", options).format(new Date(at))} UTC`;
}

export function explainReveal(error: RevealError, t: T, acts: Acts): Explanation {
  const title = t("reveal.nothing");
  switch (error.code) {
    case "sign_in_again":
      return signInAgain(title, t("reveal.confirm"), acts);
    case "too_many":
      return { title, text: t("reveal.tooMany", { wait: waitOf(error) }) };
    case "promised":
      return { title, text: t("reveal.promised") };
    case "not_openable":
      return { title: t("reveal.notOpenable.title"), text: t("reveal.notOpenable.text") };
    case "not_held":
      return { title: t("reveal.notHeld.title"), text: t("reveal.notHeld.text") };
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
