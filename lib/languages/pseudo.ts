import "server-only";
import type { Messages } from "./catalogues";

const accents: Record<string, string> = {
  ...{ a: "á", e: "é", i: "í", o: "ó", u: "ú", y: "ý" },
  ...{ A: "Á", E: "É", I: "Í", O: "Ó", U: "Ú", Y: "Ý" },
};

/**
 * English that nobody can take for English: every vowel has an accent, and each text is longer by
 * 40 %. What has a bare vowel on a page is text of no catalogue, or what somebody typed.
 *
 * @param messages as next-intl compiles them.
 */
export function pseudo(messages: Messages): Messages {
  // The same keys, other texts.
  return each(messages, message) as Messages;
}

function each(tree: object, change: (node: unknown) => unknown): object {
  const changed = Object.entries(tree).map(([key, node]) => {
    const isTree = typeof node === "object" && node !== null && !Array.isArray(node);
    return [key, isTree ? each(node, change) : change(node)];
  });
  return Object.fromEntries(changed);
}

/** A text, or the list of its parts. */
function message(node: unknown): unknown {
  if (typeof node === "string") return longer(accented(node), node.length);
  if (!Array.isArray(node)) return node;
  const parts = node.map(part);
  const letters = node.filter((one) => typeof one === "string").join("").length;
  return [...parts, longer("", letters)];
}

/** Text; a placeholder `[name, …]`; a choice `[name, type, texts]`; a tag `[name, ...parts]`. */
function part(node: unknown): unknown {
  if (typeof node === "string") return accented(node);
  if (!Array.isArray(node)) return node;
  const [name, first, ...rest] = node;
  if (typeof first !== "number") return [name, ...node.slice(1).map(part)];
  const [options] = rest;
  return typeof options === "object" ? [name, first, each(options, message)] : node;
}

function accented(text: string): string {
  return text.replaceAll(/[aeiouy]/gi, (vowel) => accents[vowel] ?? vowel);
}

function longer(text: string, length: number): string {
  return `${text}${" ~~~~~~".repeat(Math.ceil((length * 0.4) / 7))}`;
}
