import "server-only";
import { createTranslator } from "use-intl/core";
import { catalogues } from "./catalogues";
import type { Language } from "./model";

/** Says what was found out about an answer, in one language. */
export type Say = ReturnType<typeof sayIn>;

export function sayIn(language: Language) {
  return createTranslator({
    locale: language,
    messages: catalogues[language],
    namespace: "values",
  });
}
