import "server-only";
import { en } from "./messages/en";
import { es } from "./messages/es";
import { fr } from "./messages/fr";
import type { Language } from "./model";

/** Every text of a language, by namespace. The other languages have the keys of English. */
export type Messages = typeof en;

export const catalogues: Record<Language, Messages> = { en, es, fr };
