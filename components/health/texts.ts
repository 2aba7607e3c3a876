import type { HealthCard, HealthState } from "@/lib/health/model";
import type { Translate } from "@/lib/languages/model";
import type { Tone } from "@/lib/statuses/model";

export const stateTones: Record<HealthState, Tone> = {
  fine: "done",
  watch: "you",
  broken: "blocked",
  unknown: "neutral",
};

type Texts = {
  title: string;
  /** What it stands for, whatever its state. */
  means: string;
  /** Where it is not fine; null for what always is. */
  todo: string | null;
};

export function cardTexts(card: HealthCard, t: Translate<"health">): Texts {
  return {
    title: t(`cards.${card}.title`),
    means: t(`cards.${card}.means`),
    todo: card === "build" ? null : t(`cards.${card}.todo`),
  };
}

const titled = [
  "deliveries",
  "mails",
  "customers",
  "invitations",
  "users",
  "runs",
  "old runs",
  "old imports",
  "secrets",
] as const;

/** A kind of work that has no title yet is called as the program calls it. */
export function queueTitle(name: string, t: Translate<"health">): string {
  const known = titled.find((one) => one === name);
  if (known) return t(`queues.titles.${known}`);
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

/** `850 ms`, `12 s`, `5 min`, `3 h`, `2 days`. */
export function duration(ms: number, t: Translate<"health">): string {
  if (ms < 1_000) return t("duration.milliseconds", { count: Math.round(ms) });
  if (ms < 120_000) return t("duration.seconds", { count: Math.round(ms / 1_000) });
  if (ms < 7_200_000) return t("duration.minutes", { count: Math.round(ms / 60_000) });
  if (ms < 172_800_000) return t("duration.hours", { count: Math.round(ms / 3_600_000) });
  return t("duration.days", { count: Math.round(ms / 86_400_000) });
}
