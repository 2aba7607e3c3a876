import type { createTranslator, NamespaceKeys, NestedKeyOf } from "use-intl/core";
import type { Messages } from "./catalogues";
import ui from "./messages/en/ui.json";

/** What customers and mails to them are written in; staff work in the first. */
export const languages = ["en", "es", "fr"] as const;
export type Language = (typeof languages)[number];
/** What a request is answered in: `pseudo` shows tests which texts are of no catalogue. */
export type Spoken = Language | "pseudo";

export const languageNames: Record<Language, string> = {
  en: "English",
  es: "Español",
  fr: "Français",
};

type Namespace = NamespaceKeys<Messages, NestedKeyOf<Messages>>;
/** Gives the texts of a namespace, in a browser as on the server. */
export type Translate<Of extends Namespace> = ReturnType<typeof createTranslator<Messages, Of>>;

/** Texts that every page may need; the English ones need no provider. */
export type UiWords = typeof ui;
export const uiWords: UiWords = ui;

/** "Support email address" as it reads within a sentence; "URI" stays as it is. */
export function inSentence(label: string): string {
  return /^\p{Lu}\p{Lu}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

export function isLanguage(code: string | undefined): code is Language {
  return languages.some((language) => language === code);
}
