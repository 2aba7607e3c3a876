import { type Explanation, signInAgain } from "@/components/acts/explanation";
import type { Translate } from "@/lib/languages/model";
import type { Tone } from "@/lib/statuses/model";
import type { RejectionCode, ReplayError, SignatureFacts, WebhookRow } from "@/lib/webhooks/model";

type Texts = Translate<"webhooks">;

export const verdictTones: Record<WebhookRow["verdict"], Tone> = {
  verified: "done",
  rejected: "blocked",
  stale: "neutral",
  failed: "you",
  orphan: "you",
  unhandled: "neutral",
  waiting: "plaid",
};

type Explained = { cause: string; fix: string };

/** Why a request was rejected, and what to do about it. */
export function explainCause(code: RejectionCode, facts: SignatureFacts, t: Texts): Explained {
  const fix = t(`causes.${code}.fix`);
  switch (code) {
    case "wrong_algorithm": {
      const { algorithm } = facts;
      const cause = algorithm
        ? t("causes.wrong_algorithm.cause", { algorithm })
        : t("causes.wrong_algorithm.causeUnnamed");
      return { cause, fix };
    }
    case "too_old":
      return { cause: outOfTime(facts, t), fix };
    default:
      return { cause: t(`causes.${code}.cause`), fix };
  }
}

/** Plaid signs when it sends, so what a signature is out by is what a clock is out by. */
function outOfTime({ signedAt, receivedAt }: SignatureFacts, t: Texts): string {
  if (!signedAt) return t("causes.too_old.cause");
  const ageS = (Date.parse(receivedAt) - Date.parse(signedAt)) / 1_000;
  const off = formatSeconds(Math.abs(ageS), t);
  return ageS < 0
    ? t("causes.too_old.causeBehind", { off })
    : t("causes.too_old.causeAhead", { off });
}

/** `13 min 40 s`, `4 h 2 min`, `12 days` */
export function formatSeconds(seconds: number, t: Texts): string {
  const whole = Math.round(seconds);
  if (whole < 60) return t("spans.seconds", { seconds: whole });
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) {
    const rest = whole % 60;
    return rest
      ? t("spans.minutesSeconds", { minutes, seconds: rest })
      : t("spans.minutes", { minutes });
  }
  const hours = Math.floor(minutes / 60);
  if (hours < 48) {
    const rest = minutes % 60;
    return rest ? t("spans.hoursMinutes", { hours, minutes: rest }) : t("spans.hours", { hours });
  }
  return t("spans.days", { days: Math.floor(hours / 24) });
}

/** How long until a delivery was done: `0.4 s`, `12 s`, `3 min`. */
export function formatDone(ms: number, t: Texts): string {
  return ms < 10_000
    ? t("spans.seconds", { seconds: (Math.max(ms, 0) / 1_000).toFixed(1) })
    : formatSeconds(ms / 1_000, t);
}

export function explainReplay(
  error: ReplayError,
  t: Translate<"webhooks.replayForm">,
  acts: Translate<"acts">,
): Explanation {
  const title = t(`titles.${error.code}`);
  switch (error.code) {
    case "sign_in_again":
      return signInAgain(title, t("confirm"), acts);
    case "not_replayable":
    case "nothing":
      return { title, text: t(`nothingToDo.${error.code}`) };
    case "refused":
      return { title, text: t("problems.refused"), problem: error.problem };
    default:
      return { title, text: t(`problems.${error.code}`) };
  }
}
