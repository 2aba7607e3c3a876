import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const lib = path.dirname(import.meta.dirname);
/** Files of names and numbers, without a sentence. */
const data = /^(regions|zip-prefixes|model)\.ts$|\.test\.ts$/;

const files = [
  ...readdirSync(import.meta.dirname)
    .filter((file) => !data.test(file))
    .map((file) => path.join("values", file)),
  "redirect-uris/model.ts",
  "onboarding/step-checks.ts",
];

/** Every text of several words in a file's code; quotes within a regular expression open none. */
function sentencesOf(file: string): string[] {
  const code = readFileSync(path.join(lib, file), "utf8").replaceAll(/^ *(\/?\*|\/\/).*$/gm, "");
  return [...code.matchAll(/(?<=[\s([])(?:"([^"\n]*)"|`([^`\n]*)`)/g)]
    .map(([, plain, template]) => plain ?? template ?? "")
    .filter((text) => / [a-z]/.test(text));
}

test("every sentence for people starts with a capital, ends without a full stop and blames nobody", () => {
  const sentences = files.flatMap(sentencesOf);
  expect(sentences.length).toBeGreaterThan(60);
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^(?!\p{Ll})|^https:/u);
    expect(sentence).not.toMatch(/\.$/);
    expect(sentence).not.toMatch(/\b(?:invalid|please|sorry|oops|error occurred)\b/i);
  }
});
