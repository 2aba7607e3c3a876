import { fieldsOf } from "@/lib/answers/model";
import type { OnboardingView } from "@/lib/drafts/model";
import type { AnswerStep } from "@/lib/onboarding/model";
import { productGroups } from "@/lib/products/model";

/** One value as Plaid will get it; where that is another text than was typed, both. */
export type Line = {
  /** No other line of its row has it. */
  id: string;
  shown: string;
  typed?: string;
  error?: string;
  warning?: string;
};

type View = Pick<OnboardingView, "answers" | "checks">;

/** None for an answer that is empty and may be. A value that cannot be sent is shown as it was typed. */
export function lineOf(
  step: AnswerStep,
  path: string,
  view: View,
  show: (value: string) => string = String,
): Line[] {
  const typed = textAt(view.answers[step], path);
  const notes = notesAt(step, path, view);
  if (notes.error) return [{ id: path, shown: typed, ...notes }];
  const value = textAt(view.checks[step].sent, path);
  if (value === "") return [];
  return [{ id: path, shown: show(value), ...(typed !== value && { typed }), ...notes }];
}

/** What is said about an answer that is shown elsewhere. */
export function noteAt(step: AnswerStep, path: string, view: View): Line[] {
  const notes = notesAt(step, path, view);
  return notes.error || notes.warning ? [{ id: path, shown: "", ...notes }] : [];
}

/** One for each address. Empty rows are no answers, and what is said of several in a row is said once. */
export function uriLines(view: View): Line[] {
  const step = "redirect-uris";
  const sent = listAt(view.checks[step].sent, "redirectUris");
  const typed = view.answers[step].redirectUris
    .map((text, row) => ({ text: text.trim(), row }))
    .filter(({ text }) => text !== "");
  const lines = typed.map(({ text, row }, place): Line => {
    const shown = sent[place] ?? text;
    const id = `redirectUris.${row}`;
    const notes = notesAt(step, id, view);
    return { id, shown, ...(shown !== text && { typed: text }), ...notes };
  });
  return [...lines.map(withoutRepeats), ...noteAt(step, "redirectUris", view)];
}

function withoutRepeats({ warning, ...line }: Line, place: number, all: Line[]): Line {
  return warning && warning !== all[place + 1]?.warning ? { ...line, warning } : line;
}

export function productLines(view: View): Line[] {
  const products = productGroups.flatMap((group) => [...group.products]);
  const nameOf = (code: string) => products.find((known) => known.code === code)?.name ?? code;
  const lines = listAt(view.checks.products.sent, "products").map((code) => ({
    id: code,
    shown: nameOf(code),
  }));
  return [...lines, ...noteAt("products", "products", view)];
}

function textAt(answers: object, path: string): string {
  const value: unknown = fieldsOf(answers)[path];
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}

function listAt(answers: object, path: string): string[] {
  const value: unknown = fieldsOf(answers)[path];
  return Array.isArray(value) ? value.map(String) : [];
}

function notesAt(step: AnswerStep, path: string, { checks }: View) {
  const error = checks[step].errors[path];
  const warning = checks[step].warnings[path];
  return { ...(error && { error }), ...(warning && { warning }) };
}
