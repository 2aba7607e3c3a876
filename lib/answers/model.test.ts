import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answers, answerSteps, emptyAnswers } from "@/lib/onboarding/model";
import { mergeRedirectUris } from "@/lib/web-addresses/model";
import { fieldsOf, patchBetween, readAnswers, readPatch, withChoices, withPatch } from "./model";

function form(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("readAnswers", () => {
  test.each(answerSteps)("an empty form is an empty %s step", (step) => {
    expect(readAnswers(step, form())).toEqual(emptyAnswers[step]);
  });

  test("keeps strings as typed", () => {
    const typed = " Åcme \u200b‘Ltd’ \r\n ";
    expect(readAnswers("support", form(["email", typed])).email).toBe(typed);
  });

  test("finds nested fields by their dotted path", () => {
    const { technical, billing } = readAnswers(
      "contacts",
      form(["technical.givenName", "Ana"], ["billing.givenName", "Bo"]),
    );
    expect(technical.givenName).toBe("Ana");
    expect(billing.givenName).toBe("Bo");
  });

  // Guarantees that no form can set a status, an id or a field of another step.
  test("takes nothing the step does not have", () => {
    const answers = readAnswers(
      "company",
      form(
        ["status", "ACTIVE"],
        ["clientId", "x"],
        ["address.status", "x"],
        ["__proto__.polluted", "x"],
        ["constructor", "x"],
        ["email", "x"],
      ),
    );
    expect(Object.keys(answers)).toEqual(Object.keys(emptyAnswers.company));
    expect(Object.keys(answers.address)).toEqual(Object.keys(emptyAnswers.company.address));
    expect(JSON.stringify(answers)).not.toContain("x");
  });

  test("drops what PostgreSQL refuses and caps the rest", () => {
    const read = (value: string) => readAnswers("support", form(["email", value])).email;
    expect(read("a\0b")).toBe("ab");
    expect(read("x".repeat(20_000))).toHaveLength(10_000);
    expect(read(`${"x".repeat(9_999)}😀`).isWellFormed()).toBe(true);
  });

  test("a file where text belongs is no text", () => {
    const data = new FormData();
    data.append("email", new File(["secret"], "x.txt"));
    expect(readAnswers("support", data).email).toBe("");
  });

  test("a ticked box is there, an unticked one is not", () => {
    expect(readAnswers("logo", form(["createLinkCustomization", "on"]))).toEqual({
      createLinkCustomization: true,
      logo: "",
    });
  });

  test("lists come repeated or numbered, in the order of the page, without blanks at the end", () => {
    const { redirectUris } = readAnswers(
      "redirect-uris",
      form(
        ["redirectUris.1", "https://b.example"],
        ["redirectUris.7", "  "],
        ["redirectUris", "https://a.example"],
        ["redirectUris.8", "  "],
        ["redirectUris.x", "https://no.example"],
        ["redirectUris.0.1", "https://no.example"],
        ["redirectUrisX", "https://no.example"],
      ),
    );
    expect(redirectUris).toEqual(["https://b.example", "  ", "https://a.example"]);
  });

  test("an endless list ends", () => {
    const many = Array.from({ length: 3_000 }, (): [string, string] => ["products", "auth"]);
    expect(readAnswers("products", form(...many)).products).toHaveLength(1_000);
  });

  test("never throws and always gives text PostgreSQL takes", () => {
    const entry = fc.tuple(
      fc.oneof(fc.constantFrom("email", "phoneNumber", "redirectUris"), fc.string()),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(fc.array(entry), fc.constantFrom(...answerSteps), (entries, step) => {
        const text = JSON.stringify(readAnswers(step, form(...entries)));
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toContain("\\u0000");
      }),
    );
  });
});

describe("patches", () => {
  const answers = fc
    .constantFrom(...answerSteps)
    .chain((step) =>
      fc
        .tuple(filled(step), filled(step))
        .map(([from, to]) => ({ step, from: from as object, to: to as object })),
    );

  /** Answers of the step's shape with any text in them. */
  function filled<S extends keyof Answers>(step: S): fc.Arbitrary<Answers[S]> {
    const blanks = Object.entries(fieldsOf(emptyAnswers[step]));
    const values = blanks.map(([path, blank]) => {
      if (Array.isArray(blank)) return fc.array(fc.string()).map((value) => [path, value]);
      const value = typeof blank === "boolean" ? fc.boolean() : fc.string();
      return value.map((one) => [path, one]);
    });
    return fc
      .tuple(...values)
      .map((entries) => withPatch(emptyAnswers[step], Object.fromEntries(entries)));
  }

  test("what lies between two answers makes one of the other", () => {
    fc.assert(
      fc.property(answers, ({ step, from, to }) => {
        const patch = patchBetween(from, to);
        expect(withPatch(from, patch)).toEqual(to);
        expect(patchBetween(to, to)).toEqual({});
        expect(readPatch(step, JSON.parse(JSON.stringify(patch)))).toEqual(patch);
      }),
    );
  });

  test("any JSON is a patch of fields the step has, with values of their kind", () => {
    const paths = answerSteps.flatMap((step) => Object.keys(fieldsOf(emptyAnswers[step])));
    const json = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...paths, "__proto__"), fc.jsonValue()),
    );
    fc.assert(
      fc.property(json, fc.constantFrom(...answerSteps), (value, step) => {
        const blank = fieldsOf(emptyAnswers[step]);
        for (const [path, read] of Object.entries(readPatch(step, value))) {
          expect(typeof read).toBe(typeof blank[path]);
          expect(Array.isArray(read)).toBe(Array.isArray(blank[path]));
        }
        const patched = withPatch(emptyAnswers[step], readPatch(step, value));
        expect(Object.keys(fieldsOf(patched))).toEqual(Object.keys(blank));
      }),
    );
  });

  test("who types a contact has chosen one of their own, unless the choice itself was changed", () => {
    expect(withChoices({ "billing.email": "a@b.example" })).toEqual({
      "billing.use": "theirs",
      "billing.email": "a@b.example",
    });
    const back = { "billing.use": "ours", "billing.email": "a@b.example" };
    expect(withChoices(back)).toEqual(back);
    expect(withChoices({ "billing.email": "" })).toEqual({ "billing.email": "" });
    expect(withChoices({ products: ["auth"] })).toEqual({ use: "chosen", products: ["auth"] });
    expect(withChoices({ registrationNumber: "1" })).toMatchObject({ isDepository: true });
  });
});

describe("mergeRedirectUris", () => {
  const [a, b, c] = ["https://a.example/x", "https://b.example/x", "https://c.example/x"] as const;

  test.each([
    ["lines", `${a}\r\n${b}\n\n${c}`],
    ["commas", `${a},${b}, ${c},`],
    ["spaces", `  ${a} ${b}\t${c}`],
    ["a JSON array", JSON.stringify([a, b, c])],
    ["a JSON array over lines", JSON.stringify([a, b, c], null, 2)],
    ["escaped slashes", `["${a}","${b}","${c}"]`.replaceAll("/", "\\/")],
    ["quoted lines", `"${a}",\n'${b}',\n“${c}”`],
    ["a cut JSON array", `["${a}", "${b}", "${c}"`],
  ])("reads %s", (_, pasted) => {
    expect(mergeRedirectUris([], pasted)).toEqual([a, b, c]);
  });

  test("adds each once, behind what is there, and leaves that as typed", () => {
    expect(mergeRedirectUris([` ${b}`, b], `${a} ${b} ${a}`)).toEqual([` ${b}`, b, a]);
  });

  test("merging twice adds nothing", () => {
    fc.assert(
      fc.property(fc.array(fc.webUrl()), fc.string(), (listed, pasted) => {
        const once = mergeRedirectUris(listed, pasted);
        expect(mergeRedirectUris(once, pasted)).toEqual(once);
      }),
    );
  });
});
