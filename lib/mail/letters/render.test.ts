import { expect, test } from "vitest";
import { customerLetters, everyLetter, invitation, staffLetters } from "@/scripts/testing/letters";
import { writeMail } from "./render";

const PARTNER = invitation.partner;
const nasty = `"><img src=x onerror=alert('1')>&\r\nBcc: eve@evil.test`;

/** What a reader of the HTML sees and can follow, without its hidden beginning. */
function visible(html: string): string {
  return html
    .replace(/^.*?<table/s, "<table")
    .replaceAll(/<!--.*?-->/gs, "")
    .replaceAll(/<a [^>]*href="([^"]*)"[^>]*>/g, " $1 ")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** Words in the order they are read; what only sets them apart does not count. */
function words(text: string): Set<string> {
  return new Set(text.split(/[\s>*]+|-{3,}/).filter(Boolean));
}

test.each(everyLetter())("%s says the same as text and as HTML", async (_, letter) => {
  const { text, html, subject } = await writeMail(letter, PARTNER);
  expect(subject).toBe(letter.subject);
  const [read, shown] = [words(text), words(visible(html))];
  expect([...shown].filter((word) => !read.has(word))).toEqual([]);
  expect([...read].filter((word) => !shown.has(word))).toEqual([]);
  expect(read.size).toBeGreaterThan(20);
});

test.each(everyLetter())("%s loads nothing and leads nowhere but here", async (_, letter) => {
  const { html, text } = await writeMail(letter, PARTNER);
  expect(html).not.toMatch(/<img|<link|<script|<iframe|src=|background=|url\(|@import/i);
  const elsewhere = /https?:\/\/(?!portal\.example\.com\/|www\.w3\.org\/TR\/xhtml1\/)/;
  expect(html).not.toMatch(elsewhere);
  expect(text).not.toMatch(elsewhere);
});

test.each(everyLetter())("%s blames nobody and begs for nothing", async (_, letter) => {
  const { subject, text } = await writeMail(letter, PARTNER);
  const unwanted =
    /\b(?:invalid|please|sorry|oops|error occurred|por favor|lo sentimos|inválid\w*|désolé\w*|s.il vous plaît|invalide)\b/i;
  expect(`${subject}\n${text}`).not.toMatch(unwanted);
  expect(text).not.toMatch(/undefined|null|\[object|NaN|Invalid Date/);
});

test("what people typed stays text, in every letter", async () => {
  const letters = {
    ...customerLetters({ name: nasty, company: nasty, sender: nasty, message: nasty }),
    ...staffLetters(nasty),
  };
  for (const letter of Object.values(letters)) {
    const { html, subject } = await writeMail(letter, nasty);
    expect(html).not.toContain("<img");
    expect(subject).not.toMatch(/[\r\n]/);
  }
  const { html, text } = await writeMail(
    customerLetters({ company: nasty }).invitation ?? never(),
    "P",
  );
  expect(html).toContain("&quot;&gt;&lt;img src=x onerror=alert(&#x27;1&#x27;)&gt;&amp;");
  expect(text).toContain(`"><img src=x onerror=alert('1')>&`);
});

test("a subject is one line of what can be seen, however long the names are", async () => {
  const company = `${"Ω".repeat(300)}\u202e\u2028\t\nBcc: eve@evil.test`;
  const letter = customerLetters({ company }).approved ?? never();
  const { subject } = await writeMail(letter, PARTNER);
  expect([...subject].length).toBeLessThanOrEqual(200);
  expect(subject).not.toMatch(/[\p{Cc}\u202e\u2028]/u);
});

test("a message keeps the lines it was typed in", async () => {
  const { text, html } = await writeMail(customerLetters().invitation ?? never(), PARTNER);
  expect(text).toMatch(/\n> Hello Ana,\n> as discussed on the phone\.\n> ?\n> Mira\n/);
  expect(html).toContain("Hello Ana,<br/>as discussed on the phone.<br/><br/>Mira");
});

test("the code stands in the subject, and its mail has no link", async () => {
  const { subject, html, text } = await writeMail(customerLetters()["device-code"] ?? never(), "P");
  expect(subject).toContain("042137");
  expect(html).not.toContain("href");
  expect(text).not.toMatch(/https?:|\/apply\//);
});

test("only what can be stopped says how, to people and to their mail programs", async () => {
  for (const [name, letter] of everyLetter()) {
    const { headers, text } = await writeMail(letter, PARTNER);
    const stoppable = /^(reminder|your-turn|digest)/.test(name);
    expect(text.includes("https://portal.example.com/unsubscribe/t"), name).toBe(stoppable);
    expect(headers, name).toEqual(
      stoppable
        ? {
            "List-Unsubscribe": "<https://portal.example.com/api/unsubscribe/t>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          }
        : {},
    );
  }
});

function never(): never {
  throw new Error("There is no such letter");
}
