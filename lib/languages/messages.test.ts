import { describe, expect, test } from "vitest";
import { asksForSomething, blames, holesOf } from "@/scripts/testing/wording";
import { catalogues } from "./catalogues";
import { staff } from "./messages/en/staff";
import type { Language } from "./model";

type Tree = { [key: string]: Tree | string };

/** Every text by its key, such as `values.email.advice`. */
function textsOf(catalogue: Tree): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (tree: Tree, path: string) => {
    for (const [name, value] of Object.entries(tree)) {
      const key = path ? `${path}.${name}` : name;
      if (typeof value === "string") texts.set(key, value);
      else walk(value, key);
    }
  };
  walk(catalogue, "");
  return texts;
}

const english = textsOf(catalogues.en);
const readers: [name: string, Language, texts: Map<string, string>][] = [
  ["customers in English", "en", english],
  ["customers in Spanish", "es", textsOf(catalogues.es)],
  ["customers in French", "fr", textsOf(catalogues.fr)],
  ["staff", "en", textsOf(staff)],
];
const translations = readers.filter(([, language]) => language !== "en");

/** What keeps somebody from going on. */
function isError(key: string): boolean {
  return errors.some((pattern) => pattern.test(key)) && !informs.test(key);
}

const errors = [
  /^values\./,
  /^apply\.(?:code\.(?:malformed|wrong|over|locked)$|colleague\.)/,
  /\b(?:errors?|problems?)\./,
];
/** Names of fields, and warnings that there is nothing to do about. */
const informs = /\.(?:named\.|label$|applicationName\.|extension$|questionnaire$)/;

const names = "Plaid|Link|PNG|SVG|CSV|JSON|URIs?|ZIP|Sandbox|Logo";
/** What is called the same in English, so that nobody has forgotten it. */
const sameAsEnglish = {
  es: new RegExp(`\\b(?:${names}|Error|No|no|Zoom)\\b`, "g"),
  fr: new RegExp(
    `\\b(?:${names}|Support|Contacts?|Sections?|Questions?|Version|Confirmations?|Application|Date|Code|Message|Public|Transparent|Zoom|pixels)\\b`,
    "g",
  ),
};

/** Whether there is a word in it that should be another one in that language. */
function isEnglish(text: string, language: keyof typeof sameAsEnglish): boolean {
  const rest = text.replaceAll(/\{\w+\}|<\/?\w+>|https?:\S+/g, "");
  return /\p{L}{2}/u.test(rest.replaceAll(sameAsEnglish[language], ""));
}

describe.each(readers)("the texts of %s", (_, language, read) => {
  const texts = [...read];
  const failing = (fails: (text: string, key: string) => boolean) =>
    texts.filter(([key, text]) => fails(text, key)).map(([key, text]) => `${key}: ${text}`);

  test("are many, and none is empty", () => {
    expect(texts.length).toBeGreaterThan(500);
    expect(failing((text) => text.trim() === "")).toEqual([]);
  });

  test("blame nobody and beg for nothing", () => {
    expect(failing((text) => blames(text, language))).toEqual([]);
  });

  test("say in every error what to do next", () => {
    expect(failing((text, key) => isError(key) && !asksForSomething(text, language))).toEqual([]);
  });

  test("have no straight quotes, which are what a keyboard has, and before a value would be text", () => {
    expect(failing((text) => /["']/.test(text))).toEqual([]);
  });
});

test.each(translations)(
  "%s has the keys of English, with their values and tags",
  (...[, , read]) => {
    const differing = [...read].filter(
      ([key, text]) => holesOf(text).join() !== holesOf(english.get(key) ?? "").join(),
    );
    expect([...read.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    expect(differing).toEqual([]);
  },
);

/** Texts whose signs stand as that language sets them would have none of these. */
const misplaced = {
  // Tight before a colon and inside quotes, tighter before the other signs; an address has its own.
  fr: /[^\u202f][;?!]|[^\u00a0]:(?!\/\/)|«[^\u00a0]|[^\u00a0]»/,
  es: /\s[;:?!»]|«\s|^[^¿]*\?|^[^¡]*!/,
};

test.each(["es", "fr"] as const)("signs stand as they do in %s", (language) => {
  const texts = [...textsOf(catalogues[language])];
  const wrong = ([, text]: [string, string]) => misplaced[language].test(text);
  expect(texts.filter(wrong)).toEqual([]);
  expect(texts.filter(([, text]) => /[“”]/.test(text))).toEqual([]);
});

test.each(["es", "fr"] as const)("nothing is left in English in %s", (language) => {
  const left = [...textsOf(catalogues[language])].filter(
    ([key, text]) => text === english.get(key) && isEnglish(text, language),
  );
  expect(left).toEqual([]);
});

test("the words that are looked for are found", () => {
  expect(blames("Invalid date", "en")).toBe(true);
  expect(blames("Por favor, escriba la fecha", "es")).toBe(true);
  expect(blames("Une erreur s’est produite", "fr")).toBe(true);
  expect(asksForSomething("The date is wrong", "en")).toBe(false);
  expect(asksForSomething("The date is over. Enter a later one", "en")).toBe(true);
  expect(asksForSomething("La fecha ha pasado. Escríbala de nuevo", "es")).toBe(true);
  expect(holesOf("{n, plural, one {# file of <b>{who}</b>} other {# files}}")).toEqual([
    "<b>",
    "n",
    "who",
  ]);
});
