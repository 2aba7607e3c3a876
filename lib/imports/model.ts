import type { Patch } from "@/lib/answers/model";
import type { AnswerStep } from "@/lib/onboarding/model";

/** How a file was written. */
export const encodings = ["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"] as const;

/** `good` has every answer Plaid wants, `incomplete` lacks some, a `problem` row is not made a draft. */
export const verdicts = ["good", "incomplete", "problem"] as const;

/** What keeps a row out, by field; `twin` is about the row as a whole. */
export type ImportProblems = Record<string, string>;

/** What a row makes of a draft. */
export type ImportPatches = Partial<Record<AnswerStep, Patch>>;
