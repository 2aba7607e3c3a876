import "server-only";
import { en } from "./messages/en";
import { es } from "./messages/es";
import { fr } from "./messages/fr";
import type { Language, Spoken } from "./model";
import { pseudo } from "./pseudo";

/** Every text of a language, by namespace. The other languages have the keys of English. */
export type Messages = typeof en;

export const catalogues: Record<Language, Messages> = { en, es, fr };

/** What next-intl needs to speak. */
export function textsOf(spoken: Spoken): { locale: Language; messages: Messages } {
  if (spoken === "pseudo") return { locale: "en", messages: pseudo(en) };
  return { locale: spoken, messages: catalogues[spoken] };
}
