import "server-only";
import { mergeRedirectUris } from "@/lib/web-addresses/model";
import { type AnswerStep, PASTED_URIS_FIELD } from "./model";
import { type Answers, emptyAnswers } from "./schema";

/** Ours: nothing a person types is longer, and the schemas say what is too long for Plaid. */
const TEXT_LENGTH_MAX = 10_000;
/** Ours: more than any list of the wizard may hold, so that its own rule can say so. */
const LIST_LENGTH_MAX = 1_000;

/**
 * What a posted form holds for one step, as typed. Only fields the step has are read: nothing else
 * in the form can reach the draft.
 */
export function readAnswers<S extends AnswerStep>(step: S, form: FormData): Answers[S] {
  const answers = read(emptyAnswers[step], "", form);
  if (step === "redirect-uris") addPasted(answers as Answers["redirect-uris"], form);
  // `read` gives back the shape it was given.
  return answers as Answers[S];
}

function read(shape: unknown, path: string, form: FormData): unknown {
  if (Array.isArray(shape)) return readList(path, form);
  if (typeof shape === "boolean") return form.has(path);
  if (typeof shape === "object" && shape !== null) {
    const fields = Object.entries(shape);
    return Object.fromEntries(
      fields.map(([name, inner]) => [name, read(inner, path ? `${path}.${name}` : name, form)]),
    );
  }
  return readText(form.get(path));
}

/** `list` repeated, or `list.0`, `list.1`, in the order of the page. */
function readList(path: string, form: FormData): string[] {
  const list: string[] = [];
  for (const [name, value] of form) {
    const listed = name === path || (name.startsWith(`${path}.`) && isIndex(name, path));
    const text = listed ? readText(value) : "";
    if (text.trim() !== "") list.push(text);
    if (list.length === LIST_LENGTH_MAX) break;
  }
  return list;
}

function isIndex(name: string, path: string): boolean {
  return /^\d+$/.test(name.slice(path.length + 1));
}

/** PostgreSQL refuses NUL and halves of surrogate pairs in text. */
function readText(value: FormDataEntryValue | null | undefined): string {
  if (typeof value !== "string") return "";
  return value.slice(0, TEXT_LENGTH_MAX).replaceAll(/\0|\p{Cs}/gu, "");
}

function addPasted(answers: Answers["redirect-uris"], form: FormData): void {
  const pasted = readText(form.get(PASTED_URIS_FIELD));
  answers.redirectUris = mergeRedirectUris(answers.redirectUris, pasted);
}
