import { type Locale, useLocale } from "next-intl";

/** The day comes first in English too, as everywhere in the portal. */
const tags: Record<Locale, string> = { en: "en-GB", es: "es", fr: "fr" };

const day = { day: "numeric", month: "short" } as const;
const date = { ...day, year: "numeric" } as const;
const clock = { hour: "2-digit", minute: "2-digit" } as const;

/** Writes instants (ISO 8601) and lists as the page's language does. */
export function useFormats() {
  const tag = tags[useLocale()];
  const write = (parts: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(tag, { ...parts, timeZone: "UTC" });
    return (at: string) => format.format(new Date(at));
  };
  return {
    /** "5 Dec" */
    day: write(day),
    /** "5 Dec 2026" */
    date: write(date),
    /** "5 Dec 2026, 14:02 UTC" */
    moment: (at: string) => `${write({ ...date, ...clock })(at)} UTC`,
    /** "Street, City and Postal code" */
    list: (items: string[]) => new Intl.ListFormat(tag).format(items),
  };
}
