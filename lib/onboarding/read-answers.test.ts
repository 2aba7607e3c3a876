import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mergeRedirectUris } from "@/lib/web-addresses/model";
import { answerSteps } from "./model";
import { readAnswers } from "./read-answers";
import { emptyAnswers } from "./schema";

function form(...entries: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
}

describe("readAnswers", () => {
  test.each(answerSteps)("an empty form is an empty %s step, but for the country", (step) => {
    const empty = structuredClone(emptyAnswers);
    empty.company.address.countryCode = "";
    expect(readAnswers(step, form())).toEqual(empty[step]);
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

  test("lists come repeated or numbered, in the order of the page, without blanks", () => {
    const { redirectUris } = readAnswers(
      "redirect-uris",
      form(
        ["redirectUris.1", "https://b.example"],
        ["redirectUris.7", "  "],
        ["redirectUris", "https://a.example"],
        ["redirectUris.x", "https://no.example"],
        ["redirectUris.0.1", "https://no.example"],
        ["redirectUrisX", "https://no.example"],
      ),
    );
    expect(redirectUris).toEqual(["https://b.example", "https://a.example"]);
  });

  test("what was pasted joins the list", () => {
    const { redirectUris } = readAnswers(
      "redirect-uris",
      form(
        ["redirectUris.0", "https://a.example"],
        ["pastedUris", "https://b.example,https://a.example"],
      ),
    );
    expect(redirectUris).toEqual(["https://a.example", "https://b.example"]);
  });

  test("an endless list ends", () => {
    const many = Array.from({ length: 3_000 }, (): [string, string] => ["products", "auth"]);
    expect(readAnswers("products", form(...many)).products).toHaveLength(1_000);
  });

  test("never throws and always gives text PostgreSQL takes", () => {
    const entry = fc.tuple(
      fc.oneof(fc.constantFrom("email", "phoneNumber", "redirectUris", "pastedUris"), fc.string()),
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
