import { useLocale, useTranslations } from "next-intl";
import type { FieldValue } from "@/lib/answers/model";
import type { Change } from "@/lib/drafts/model";
import { inSentence, type Language } from "@/lib/languages/model";
import type { FieldErrors } from "@/lib/onboarding/model";

const VALUE_LENGTH_MAX = 80;

/** What others changed, in the reader's language and own time: said in the browser only. */
export function useChangeWords() {
  const t = useTranslations("steps.changes");
  const name = useTranslations("fields");
  const language = useLocale();

  /** As it reads within a sentence. */
  function answerOf(change: Change): string {
    if (!change.name) return t("anAnswer");
    return t("called", { name: inSentence(name(change.name)) });
  }

  function shown(value: FieldValue): string {
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    const text = Array.isArray(value) ? value.join(", ") : value;
    if (text.trim() === "") return t("nothing");
    return text.length > VALUE_LENGTH_MAX ? `${text.slice(0, VALUE_LENGTH_MAX)}…` : text;
  }

  /** "Ana changed website to acme.io at 14:02." */
  function said(change: Change): string {
    const { who, by, value, at } = change;
    const time = clock(new Date(at), language);
    return t("said", { who, by, answer: answerOf(change), value: shown(value), time });
  }

  /** What keeps a form from being sent while nobody has chosen. */
  function unsettled(changes: Change[]): FieldErrors {
    return Object.fromEntries(changes.map(({ path }) => [path, t("choose")]));
  }

  return { answerOf, said, unsettled };
}

export function clock(at: Date, language: Language): string {
  return at.toLocaleTimeString(language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}
