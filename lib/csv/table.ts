import "server-only";
import { stringify } from "csv-stringify/sync";

/**
 * Lines of a file. With a byte order mark, without which some spreadsheets read UTF-8 as something
 * else, and with what would be a formula there made text.
 */
export function csvTable(lines: string[][], { bom }: { bom: boolean }): string {
  return stringify(lines, { bom, escape_formulas: true, record_delimiter: "windows" });
}
