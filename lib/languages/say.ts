import "server-only";
import { createTranslator } from "use-intl/core";
import { textsOf } from "./catalogues";
import type { Spoken } from "./model";

type Words = ReturnType<typeof wordsOf>;

function wordsOf(spoken: Spoken) {
  const texts = textsOf(spoken);
  return {
    locale: texts.locale,
    /** Says what was found out about an answer. */
    say: createTranslator({ ...texts, namespace: "values" }),
    sayOfUri: createTranslator({ ...texts, namespace: "redirectUris.verdict" }),
    sayOfImport: createTranslator({ ...texts, namespace: "imports.verdict" }),
    sayOfInvitation: createTranslator({ ...texts, namespace: "invitations.verdict" }),
  };
}

const words: Partial<Record<Spoken, Words>> = {};

/** The texts of verdicts for code that no page renders. */
export function wordsIn(spoken: Spoken): Words {
  words[spoken] ??= wordsOf(spoken);
  return words[spoken];
}
