/** Combining accents; marks that carry meaning in other scripts (か and が, क and कि) are kept. */
const accents = /[\u0300-\u036f\p{Me}\p{Default_Ignorable_Code_Point}]/gu;

const betweenWords = /[^\p{L}\p{N}\p{M}]/gu;

/** Strokes and letters that no decomposition takes apart. */
const plainLetters = { ø: "o", đ: "d", ð: "d", ħ: "h", ł: "l", ŧ: "t", æ: "ae", œ: "oe" };

/** Cyrillic and Greek letters by what their capital, else their small letter, looks like. */
const cyrillic = {
  ...{ а: "a", в: "b", е: "e", ѕ: "s", і: "i", ј: "j", к: "k", м: "m", н: "h", о: "o" },
  ...{ р: "p", с: "c", т: "t", у: "y", ү: "y", х: "x", ԁ: "d", ԛ: "q", ԝ: "w", һ: "h", ӏ: "l" },
};
const greek = {
  ...{ α: "a", β: "b", ε: "e", ζ: "z", η: "h", ι: "i", κ: "k", μ: "m", ν: "n", ο: "o" },
  ...{ ρ: "p", τ: "t", υ: "y", χ: "x", ς: "σ" },
};

const lookAlikes = new Map(Object.entries({ ...plainLetters, ...cyrillic, ...greek }));

/** 0 and O, 1, l and I: one of each, after everything else has become Latin. */
const alike = new Map(Object.entries({ "0": "o", "1": "l", i: "l", ı: "l" }));

/** Longer than any name Plaid takes, short enough for an index of PostgreSQL in every script. */
const KEY_LENGTH_MAX = 500;

/**
 * What is left of a name when everything a hasty eye skips is taken away: two names with one key are
 * too alike to stand beside each other. Empty for a name without letters and digits.
 */
export function foldName(name: string): string {
  const bare = withoutCase(name.normalize("NFKD"))
    .normalize("NFKD")
    .replaceAll(accents, "")
    .replaceAll(betweenWords, "");
  const latin = [...bare].map((letter) => lookAlikes.get(letter) ?? letter).join("");
  return [...latin]
    .map((letter) => alike.get(letter) ?? letter)
    .join("")
    .normalize("NFC")
    .slice(0, KEY_LENGTH_MAX)
    .toWellFormed();
}

/** Through the capitals, because ß and SS differ only there. */
function withoutCase(name: string): string {
  return name.toLowerCase().toUpperCase().toLowerCase();
}
