import "server-only";
import { stringify } from "csv-stringify/sync";

/**
 * A table as a file: with a byte order mark, without which spreadsheets read UTF-8 as something
 * else, and with what would be a formula there made text.
 */
export function csvAnswer(name: string, rows: string[][]): Response {
  const table = stringify(rows, { bom: true, escape_formulas: true, record_delimiter: "windows" });
  return new Response(table, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
