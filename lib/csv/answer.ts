import "server-only";
import { csvTable } from "./table";

/** A table as a file. */
export function csvAnswer(name: string, rows: string[][]): Response {
  return new Response(csvTable(rows, { bom: true }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
