import fc from "fast-check";
import { expect, test } from "vitest";
import { plain, text, tidy } from "./text";

test("tidying twice changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (input) => {
      expect(tidy(tidy(input))).toBe(tidy(input));
      expect(plain(plain(input))).toBe(plain(input));
    }),
    { numRuns: 2_000 },
  );
});

test("what differs only invisibly becomes equal", () => {
  expect(tidy("  Cafe\u0301\u00a0 Zu\u00ad\u200bri\u200dch\u202e ")).toBe("Café Zurich");
  expect(tidy("L\u2019Or\u00e9al \u201c\uff12\u201d")).toBe('L\'Oréal "2"');
});

test("joiners that shape letters and emoji stay", () => {
  for (const name of ["\u0645\u06cc\u200c\u062e", "👩\u200d💻", "ක්\u200dෂ"]) {
    expect(tidy(name)).toBe(name.normalize("NFC"));
  }
});

test("a text may not be too long or unprintable", () => {
  const rule = { named: "City", ask: "Enter the city" };
  expect(text(" ", "en", rule).error).toBe("Enter the city");
  expect(text("x".repeat(200), "en", rule).error).toBeUndefined();
  expect(text("x".repeat(201), "en", rule).error).toBe("City must be 200 characters or fewer");
  expect(text("a\0b", "en", rule).error).toMatch(/^City has a character that cannot be shown/);
});

test.each(["Ñ", "3M", "O'Neill & Söhne", "株式会社テスト", "X", "Ж-7 (Ltd.)"])(
  "%s is a name",
  (name) => expect(text(name, "en", { named: "Company name", ask: "x" })).toEqual({ value: name }),
);
