import fields from "./messages/en/fields.json";
import ui from "./messages/en/ui.json";

/** What customers and mails to them are written in; staff work in the first. */
export const languages = ["en", "es", "fr"] as const;
export type Language = (typeof languages)[number];

export const languageNames: Record<Language, string> = {
  en: "English",
  es: "Español",
  fr: "Français",
};

/** Texts that every page may need; the English ones need no provider. */
export type UiWords = typeof ui;
export const uiWords: UiWords = ui;

/** What sections and fields are called. */
export type FieldWords = typeof fields;
export const fieldWords: FieldWords = fields;

export function isLanguage(code: string | undefined): code is Language {
  return languages.some((language) => language === code);
}
