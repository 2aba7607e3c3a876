import "server-only";
import { CsvError, parse } from "csv-parse/sync";
import { fail, ok, type Result } from "@/lib/result";
import { decode } from "./decode";
import {
  type Delimiter,
  delimiters,
  type Encoding,
  IMPORT_BYTES_MAX,
  IMPORT_COLUMNS_MAX,
  IMPORT_ROWS_MAX,
  type UploadError,
} from "./model";

export type ParsedFile = {
  encoding: Encoding;
  delimiter: Delimiter;
  header: string[];
  /** As long as the header each. */
  rows: string[][];
};

/** Ours: no answer of the wizard is longer. */
const CELL_LENGTH_MAX = 10_000;

/** Reads a CSV file whatever program wrote it. Cells stay as they are: nothing in them is a formula. */
export function parseFile(bytes: Buffer): Result<ParsedFile, UploadError> {
  if (bytes.length === 0) return fail({ code: "empty" });
  if (bytes.length > IMPORT_BYTES_MAX) return fail({ code: "too_large", max: IMPORT_BYTES_MAX });
  const decoded = decode(bytes);
  if (!decoded) return fail({ code: "not_text" });
  const { text, encoding } = decoded;
  if (text.trim() === "") return fail({ code: "empty" });

  const delimiter = delimiterOf(text);
  if (!delimiter) return fail({ code: "one_column" });
  const records = recordsOf(text, delimiter);
  if (!Array.isArray(records)) return fail(records);
  const [first = [], ...rest] = records;
  const header = first.map((cell) => cell.trim());
  const rows = rest.filter((cells) => cells.some((cell) => cell.trim() !== ""));
  if (header.length > IMPORT_COLUMNS_MAX) {
    return fail({ code: "too_many_columns", max: IMPORT_COLUMNS_MAX });
  }
  if (rows.length === 0) return fail({ code: "header_only" });
  if (rows.length > IMPORT_ROWS_MAX) return fail({ code: "too_many_rows", max: IMPORT_ROWS_MAX });
  return ok({ encoding, delimiter, header, rows: rows.map((cells) => squared(cells, header)) });
}

/** The one that makes the most columns of the header, outside of quotes. */
function delimiterOf(text: string): Delimiter | undefined {
  const header = headerOf(text);
  const counts = delimiters.map((delimiter) => header.split(delimiter).length - 1);
  const most = Math.max(...counts);
  return most === 0 ? undefined : delimiters[counts.indexOf(most)];
}

/** The first line that says something, without what stands in quotes, where line ends may be, too. */
function headerOf(text: string): string {
  const bare = text.trimStart().replaceAll(/"(?:[^"]|"")*"/g, "");
  return bare.split(/\r\n|\r|\n/, 1)[0] ?? "";
}

function recordsOf(text: string, delimiter: Delimiter): string[][] | UploadError {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: ["\r\n", "\n", "\r"],
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = Reflect.get(error, "lines");
    return { code: "unreadable", line: typeof line === "number" ? line : 1 };
  }
}

/** PostgreSQL refuses halves of surrogate pairs. */
function squared(cells: string[], header: string[]): string[] {
  return header.map((_, column) => (cells[column] ?? "").slice(0, CELL_LENGTH_MAX).toWellFormed());
}
