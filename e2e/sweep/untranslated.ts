import type { Page } from "@playwright/test";

type Found = {
  /** How many texts were looked at. */
  texts: number;
  /** What is of no catalogue, each with where it stands. */
  bare: string[];
};

/**
 * Texts and names of a page in the pseudo-language that have a vowel without an accent: they come
 * from the code, not from a catalogue.
 *
 * @param known what the test typed itself, or is a name.
 */
export async function untranslated(page: Page, known: (string | RegExp)[]): Promise<Found> {
  const said = await page.evaluate(everythingSaid);
  const bare = said.filter(({ text }) => /[aeiou]/i.test(without(text, known)));
  return { texts: said.length, bare: bare.map(({ where, text }) => `${where} “${text}”`) };
}

const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec";
/** Addresses of sites and people, and what the browser knows how to write: dates and lists. */
const data = [
  /\S+@\S+/g,
  /\b(?:https?|mailto):\S+/g,
  new RegExp(`\\b\\d{1,2} (?:${MONTHS})\\b|\\bUTC\\b| and `, "g"),
];

function without(text: string, known: (string | RegExp)[]): string {
  return [...known, ...data].reduce<string>((rest, one) => rest.replaceAll(one, ""), text);
}

function everythingSaid(): { where: string; text: string }[] {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const said = [{ where: "title", text: document.title }];
  const say = (element: Element, attribute: string | null, text: string | null) => {
    const trimmed = text?.trim().replaceAll(/\s+/g, " ");
    const where = `${element.tagName.toLowerCase()}${attribute ? `[${attribute}]` : ""}`;
    if (trimmed) said.push({ where, text: trimmed });
  };
  const isOurs = (element: Element) =>
    !element.closest("script, style, noscript, template, code, [translate=no], [name=language]");
  // A country or a currency: the server's list of names writes some otherwise than the browser's.
  const isNamed = ({ value }: HTMLOptionElement) =>
    (["region", "currency"] as const).some((type) => {
      try {
        return new Intl.DisplayNames("en", { type }).of(value) !== value;
      } catch {
        return false;
      }
    });

  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    const element = node.parentElement;
    if (!element || !isOurs(element)) continue;
    if (element instanceof HTMLOptionElement ? isNamed(element) : !element.checkVisibility())
      continue;
    say(element, null, node.textContent);
  }
  const attributes = ["aria-label", "aria-description", "title", "placeholder", "alt"];
  for (const element of document.body.querySelectorAll("*")) {
    if (!isOurs(element)) continue;
    for (const name of attributes) say(element, name, element.getAttribute(name));
    if (element.matches("input[type=submit], input[type=button]"))
      say(element, "value", element.getAttribute("value"));
  }
  return said;
}
