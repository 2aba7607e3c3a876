import "server-only";
import { en } from "./messages/en";
import { staff } from "./messages/en/staff";
import { es } from "./messages/es";
import { fr } from "./messages/fr";
import type { Language, Spoken } from "./model";
import { pseudo } from "./pseudo";

/** What customers read, by namespace. The other languages have the keys of English. */
export const catalogues: Record<Language, typeof en> = { en, es, fr };

/** Every text by namespace: what staff read is in English. */
export type Messages = typeof en & typeof staff;

/** What next-intl needs to speak. */
export function textsOf(spoken: Spoken): { locale: Language; messages: Messages } {
  if (spoken === "pseudo") return { locale: "en", messages: pseudo({ ...en, ...staff }) };
  return { locale: spoken, messages: { ...catalogues[spoken], ...staff } };
}
