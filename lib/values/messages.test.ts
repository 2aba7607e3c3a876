import { expect, test } from "vitest";
import { catalogues } from "@/lib/languages/catalogues";
import { type Language, languages } from "@/lib/languages/model";

/** What is said about answers, by the key of the text. */
function sentencesIn(language: Language): Map<string, string> {
  const { values, redirectUris } = catalogues[language];
  return new Map(textsOf({ values, verdict: redirectUris.verdict }));
}

function textsOf(tree: object, path = ""): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, node]) =>
    typeof node === "string" ? [[`${path}${key}`, node]] : textsOf(node, `${path}${key}.`),
  );
}

test.each(languages)(
  "every sentence in %s has a capital, and no full stop at its end",
  (language) => {
    const sentences = sentencesIn(language);
    expect(sentences.size).toBeGreaterThan(60);
    for (const [key, sentence] of sentences) {
      expect(sentence, key).toMatch(/^(?!\p{Ll})/u);
      expect(sentence, key).not.toMatch(/\.$/);
    }
  },
);

test.each(["es", "fr"] as const)("every sentence is said in %s in words of its own", (language) => {
  const translated = sentencesIn(language);
  for (const [key, english] of sentencesIn("en")) {
    expect(translated.get(key), key).toMatch(/\p{L}/u);
    expect(translated.get(key), key).not.toBe(english);
  }
});
