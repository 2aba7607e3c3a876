import type { Patch } from "@/lib/answers/model";
import { type Field, fields } from "@/lib/fields/model";
import type { AnswerStep } from "@/lib/onboarding/model";

/** Ours. */
export const IMPORT_BYTES_MAX = 5_000_000;
export const IMPORT_ROWS_MAX = 5_000;
export const IMPORT_COLUMNS_MAX = 200;

/** How the file was written; as people call it. */
export const encodings = ["utf-8", "utf-8-bom", "utf-16le", "utf-16be", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [",", ";", "\t", "|"] as const;
export type Delimiter = (typeof delimiters)[number];

/** `good` has every answer Plaid wants, `incomplete` lacks some, a `problem` row is not made a draft. */
export const verdicts = ["good", "incomplete", "problem"] as const;
export type Verdict = (typeof verdicts)[number];

/** What keeps a row out, by field; `twin` is about the row as a whole. */
export type ImportProblems = Record<string, string>;
export const TWIN = "twin";

/** What a row makes of a draft. */
export type ImportPatches = Partial<Record<AnswerStep, Patch>>;

/** What a column can hold: every answer of the wizard that is text. */
export const importFields: Field[] = fields.filter(({ step }) => step !== "logo");

/** Names a field in forms, mappings and problems: "company.address.city". */
export function keyOf({ step, path }: Pick<Field, "step" | "path">): string {
  return `${step}.${path}`;
}

export function importField(key: string): Field | undefined {
  return importFields.find((field) => keyOf(field) === key);
}

export type UploadError =
  | { code: "no_file" }
  | { code: "too_large"; max: number }
  | { code: "empty" }
  /** A spreadsheet's own format, a picture, a PDF. */
  | { code: "not_text" }
  /** No column at all, or only one: most likely another kind of file. */
  | { code: "one_column" }
  | { code: "too_many_columns"; max: number }
  | { code: "header_only" }
  | { code: "too_many_rows"; max: number }
  /** A quote that never ends, and the like. */
  | { code: "unreadable"; line: number };

export type ImportView = {
  id: string;
  fileName: string;
  encoding: Encoding;
  delimiter: Delimiter;
  header: string[];
  rowCount: number;
  mapping: (string | null)[] | null;
  /** The run that makes the drafts, once somebody has started it. */
  runId: string | null;
  /** The first rows, by column. */
  samples: string[][];
};

export type VerdictCounts = Record<Verdict, number>;

export type ImportRowView = {
  position: number;
  companyName: string;
  verdict: Verdict;
  missing: number;
  problems: ImportProblems;
  /** What stands in the fields that have a problem. */
  values: Record<string, string>;
  notTwin: boolean;
};

export type ImportRowPage = { rows: ImportRowView[]; next: number | null };

export type MapError =
  | { code: "not_found" }
  | { code: "no_company_name" }
  /** Two columns for one field. */
  | { code: "twice"; field: string }
  | { code: "created_already"; runId: string };

export type FixError = { code: "not_found" } | { code: "created_already"; runId: string };

export type CreateDraftsError = { code: "not_found" } | { code: "no_good_rows" };
