import { type AnswerStep, type Answers, emptyAnswers } from "@/lib/onboarding/model";

/** What one field of a form holds. */
export type FieldValue = string | boolean | string[];

/** Changed fields by dotted path (`address.city`); a list is one field. */
export type Patch = Record<string, FieldValue>;

/** `address` holds `address.city` and itself, not `addressee`. */
export function isWithin(path: string, whole: string): boolean {
  return `${path}.`.startsWith(`${whole}.`);
}

/** Ours: nothing a person types is longer, and the schemas say what is too long for Plaid. */
const TEXT_LENGTH_MAX = 10_000;
/** Ours: more than any list of the wizard may hold, so that its own rule can say so. */
const LIST_LENGTH_MAX = 1_000;

/**
 * What a form holds for one step, as typed. Only fields the step has are read: nothing else in the
 * form can reach the draft.
 */
export function readAnswers<S extends AnswerStep>(step: S, form: FormData): Answers[S] {
  const patch: Patch = {};
  for (const [path, blank] of Object.entries(fieldsOf(emptyAnswers[step]))) {
    patch[path] = readField(path, blank, form);
  }
  return withPatch(emptyAnswers[step], patch);
}

function readField(path: string, blank: FieldValue, form: FormData): FieldValue {
  if (Array.isArray(blank)) return readList(path, form);
  if (typeof blank === "boolean") return form.has(path);
  return form.has(path) ? readText(form.get(path)) : blank;
}

/** `list` repeated, or `list.0`, `list.1`, in the order of the page. Empty rows keep their place, but at the end. */
function readList(path: string, form: FormData): string[] {
  const list: string[] = [];
  for (const [name, value] of form) {
    if (name === path || isRow(name, path)) list.push(readText(value));
    if (list.length === LIST_LENGTH_MAX) break;
  }
  return list.slice(0, list.findLastIndex((text) => text.trim() !== "") + 1);
}

function isRow(name: string, path: string): boolean {
  return name.startsWith(`${path}.`) && /^\d+$/.test(name.slice(path.length + 1));
}

export function readText(value: unknown): string {
  return typeof value === "string" ? clean(value) : "";
}

/** PostgreSQL refuses NUL and halves of surrogate pairs in text. */
function clean(text: string): string {
  return text.slice(0, TEXT_LENGTH_MAX).replaceAll(/\0|\p{Cs}/gu, "");
}

/** A patch as it came from a browser: fields the step has, with values of their kind. */
export function readPatch(step: AnswerStep, json: unknown): Patch {
  if (typeof json !== "object" || json === null) return {};
  const patch: Patch = {};
  for (const [path, blank] of Object.entries(fieldsOf(emptyAnswers[step]))) {
    if (!Object.hasOwn(json, path)) continue;
    const value = readValue(blank, Reflect.get(json, path));
    if (value !== undefined) patch[path] = value;
  }
  return patch;
}

function readValue(blank: FieldValue, value: unknown): FieldValue | undefined {
  if (Array.isArray(blank)) {
    return Array.isArray(value) ? value.slice(0, LIST_LENGTH_MAX).map(readText) : undefined;
  }
  if (typeof value !== typeof blank) return undefined;
  return typeof value === "string" ? clean(value) : (value as boolean);
}

/** Every field of a step's answers by its dotted path, in the order of the page. */
export function fieldsOf(answers: object, path = ""): Record<string, FieldValue> {
  const fields: Record<string, FieldValue> = {};
  for (const [name, inner] of Object.entries(answers)) {
    const deeper = path ? `${path}.${name}` : name;
    const nested = typeof inner === "object" && inner !== null && !Array.isArray(inner);
    if (nested) Object.assign(fields, fieldsOf(inner, deeper));
    else fields[deeper] = inner;
  }
  return fields;
}

/** The answers with these fields changed; what the answers do not have is left out. */
export function withPatch<A extends object>(answers: A, patch: Patch): A {
  return rebuild(answers, "", patch) as A;
}

function rebuild(shape: unknown, path: string, patch: Patch): unknown {
  if (Object.hasOwn(patch, path)) return patch[path];
  if (typeof shape !== "object" || shape === null || Array.isArray(shape)) return shape;
  const entries = Object.entries(shape);
  return Object.fromEntries(
    entries.map(([name, inner]) => [name, rebuild(inner, path ? `${path}.${name}` : name, patch)]),
  );
}

/** The fields in which `to` differs. */
export function patchBetween(from: object, to: object): Patch {
  const before = fieldsOf(from);
  const changed = Object.entries(fieldsOf(to)).filter(
    ([path, value]) => !isSame(before[path], value),
  );
  return Object.fromEntries(changed);
}

export function isSame(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((text, place) => text === b[place]);
}

/** Who fills in a field has chosen the option it belongs to. */
const chosenBy: [field: RegExp, option: string, value: FieldValue][] = [
  [/^technical\.(givenName|familyName|email)$/, "technical.use", "theirs"],
  [/^billing\.(givenName|familyName|email)$/, "billing.use", "theirs"],
  [/^products$/, "use", "chosen"],
  [/^registrationNumber$/, "isDepository", true],
];

/** The patch with the options that follow from it; an option set by hand stays. */
export function withChoices(patch: Patch): Patch {
  const implied: Patch = {};
  for (const [path, value] of Object.entries(patch)) {
    if (value === false || value === true || value.length === 0) continue;
    const choice = chosenBy.find(([field]) => field.test(path));
    if (choice) implied[choice[1]] = choice[2];
  }
  return { ...implied, ...patch };
}
