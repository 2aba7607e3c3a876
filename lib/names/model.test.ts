import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName } from "./model";

const anyText = fc.string({ unit: "binary", maxLength: 60 });
/** Halves of surrogate pairs too: nothing a form can hold may break it. */
const codeUnits = fc
  .array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 20 })
  .map((units) => String.fromCharCode(...units));
const latinName = fc.stringMatching(/^[A-Za-z0-9]{1,20}$/);

describe("the key of a name", () => {
  test.each([
    ["case", "Acme Pay", "ACME pay"],
    ["spaces", "Acme Pay", "  Acme\u00a0 Pay\u3000"],
    ["punctuation", "Acme Pay, Inc.", "Acme-Pay Inc"],
    ["accents", "Café Müller", "Cafe Muller"],
    ["composed and decomposed accents", "Caf\u00e9", "Cafe\u0301"],
    ["letters with a stroke", "Øresund Łódź", "Oresund Lodz"],
    ["ligatures and the German sharp s", "ﬁnance Straße", "finance STRASSE"],
    ["invisible characters", "Acme\u200b Pay", "Ac\u00adme Pay\ufe0f"],
    ["full-width letters", "Ａｃｍｅ　Ｐａｙ", "Acme Pay"],
    ["Cyrillic letters", "Асmе Рау", "Acme Pay"],
    ["Greek letters", "ΑCΜΕ ΡΑΥ", "ACME PAY"],
    ["0 and O", "Z0O Pay", "Zoo Pay"],
    ["1, l and I", "Bill 1", "BiIl l"],
    ["dotted and dotless i", "İstanbul", "ıstanbul"],
    ["signs between", "Acme|Pay™", "Acme Pay TM"],
  ])("is the same whatever the %s", (_what, one, other) => {
    expect(foldName(one)).toBe(foldName(other));
  });

  test.each([
    ["Acme Pay", "Acme Pay 2"],
    ["Acme", "Acne"],
    ["カキ", "ガギ"],
    ["की", "का"],
    ["دفع", "مدفوعات"],
  ])("tells %s from %s", (one, other) => {
    expect(foldName(one)).not.toBe(foldName(other));
  });

  test.each(["", " ", "–", "🎉", "\u200b"])(
    "is empty where there is no letter or digit: %j",
    (name) => {
      expect(foldName(name)).toBe("");
    },
  );
});

describe("for every text", () => {
  test("there is a key, and the key is its own key", () => {
    fc.assert(
      fc.property(fc.oneof(anyText, codeUnits), (name) => {
        const key = foldName(name);
        expect(foldName(key)).toBe(key);
      }),
      { numRuns: 2000 },
    );
  });

  test("every letter, digit and sign has a key that is its own key", () => {
    const unstable: string[] = [];
    for (let point = 0; point <= 0x1_ff_ff; point += 1) {
      const character = String.fromCodePoint(point);
      // Nothing but itself looks like one of these, and they are most of all characters.
      if (/\p{Script=Han}|\p{Script=Hangul}|\p{C}/u.test(character)) continue;
      const key = foldName(character);
      if (foldName(key) !== key) unstable.push(point.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  test("case, spaces and marks make no difference", () => {
    const joint = fc.constantFrom("", " ", "-", ".", "\u0301", "\u200b", "  ");
    fc.assert(
      fc.property(fc.array(fc.tuple(latinName, joint, fc.boolean()), { maxLength: 5 }), (parts) => {
        const plain = parts.map(([word]) => word).join("");
        const dressed = parts
          .map(
            ([word, between, loud]) => (loud ? word.toUpperCase() : word.toLowerCase()) + between,
          )
          .join("");
        expect(foldName(dressed)).toBe(foldName(plain));
      }),
    );
  });
});
