import { describe, expect, test } from "vitest";
import { languages } from "@/lib/languages/model";
import { customerLetters, invitation } from "@/scripts/testing/letters";
import { writeMail } from "./render";

async function textOf(name: string, changes: Parameters<typeof customerLetters>[0] = {}) {
  const letter = customerLetters(changes)[name];
  if (!letter) throw new Error(`There is no ${name}`);
  const { subject, text } = await writeMail(letter, invitation.partner);
  return `${subject}\n${text}`;
}

test("an invitation names who asks, for what, until when, and how long its link works", async () => {
  const text = await textOf("invitation");
  for (const fact of [
    "Ana Ruiz",
    "Mira Holm from Nordwind Payments",
    "Acme Payroll",
    " * Company\n * Contacts\n * Redirect URIs\n",
    "December 5, 2026",
    "The link works until December 8, 2026",
    `\n${invitation.url}\n`,
    "mailed to ana@acme.example",
  ]) {
    expect(text).toContain(fact);
  }
});

test("what was not said is not in it", async () => {
  const text = await textOf("invitation", { message: "  ", dueOn: null, company: "" });
  expect(text).not.toContain("writes:");
  expect(text).not.toContain("would like to have");
  expect(text).toContain("details of your company");
});

test("requested changes come with their fields and the reviewer's words", async () => {
  const text = await textOf("changes-requested");
  expect(text).toContain("Website (Company)\n\n> The page does not open.\n> Is it https?");
  expect(text).toContain("\nRedirect URIs\n\n> Not one of yours");
  expect(text).toContain("\nContacts\n\n> Are these people still with you?");
  expect(text).toContain("> Almost there.");
  expect(text).toContain("Jon Berg");
});

test("a refusal has its reason, a receipt its reference and the day in UTC", async () => {
  expect(await textOf("rejected")).toContain("> We do not serve this business.");
  const receipt = await textOf("receipt");
  expect(receipt).toContain("Reference: ACME2345");
  expect(receipt).toContain("on November 30, 2026");
});

describe.each(languages)("in %s", (language) => {
  test("every letter is in its own words", async () => {
    for (const name of Object.keys(customerLetters())) {
      const [here, english] = [await textOf(name, { language }), await textOf(name)];
      expect(here === english).toBe(language === "en");
    }
  });

  test("signs of two parts never begin a line", async () => {
    for (const name of language === "fr" ? Object.keys(customerLetters()) : []) {
      expect(await textOf(name, { language })).not.toMatch(/« | [:;?!»]/);
    }
  });

  test("dates are written out", async () => {
    const day = { en: "December 8, 2026", es: "8 de diciembre de 2026", fr: "8 décembre 2026" };
    expect(await textOf("new-link", { language })).toContain(day[language]);
  });
});
