import "server-only";
import { and, asc, eq, gt, lte, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { importRows, imports } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { typedIn } from "./judge-row";
import { type ImportRowPage, type ImportView, TWIN, type VerdictCounts, verdicts } from "./model";

const ROWS_SHOWN = 25;
/** The first rows, which samples are taken of, and how many of a column. */
const LOOKED_AT = 20;
const SAMPLES = 3;

export async function getImport(actor: Actor, id: string): Promise<ImportView | undefined> {
  authorize(actor, "customer.bulk");
  if (id.includes("\0")) return undefined;
  const [found] = await db
    .select({
      id: imports.id,
      fileName: imports.fileName,
      encoding: imports.encoding,
      delimiter: imports.delimiter,
      header: imports.header,
      rowCount: imports.rowCount,
      mapping: imports.mapping,
      runId: imports.runId,
    })
    .from(imports)
    .where(eq(imports.id, id));
  if (!found) return undefined;
  const first = await db
    .select({ cells: importRows.cells })
    .from(importRows)
    .where(and(eq(importRows.importId, id), lte(importRows.position, LOOKED_AT)))
    .orderBy(asc(importRows.position));
  const samples = found.header.map((_, column) => {
    const given = first.map(({ cells }) => cells[column]?.trim() ?? "");
    return [...new Set(given.filter((cell) => cell !== ""))].slice(0, SAMPLES);
  });
  return { ...found, samples };
}

export async function countVerdicts(actor: Actor, id: string): Promise<VerdictCounts> {
  authorize(actor, "customer.bulk");
  const counted = await db
    .select({ verdict: importRows.verdict, count: sql<number>`count(*)::int` })
    .from(importRows)
    .where(eq(importRows.importId, id))
    .groupBy(importRows.verdict);
  const of = new Map(counted.map(({ verdict, count }) => [verdict, count]));
  // One entry for every verdict.
  return Object.fromEntries(verdicts.map((one) => [one, of.get(one) ?? 0])) as VerdictCounts;
}

type Wanted = { id: string; after: number; problemsOnly: boolean };

/** Judged rows in the order of the file, from the one after `after` on. */
export async function listImportRows(
  actor: Actor,
  { id, after, problemsOnly }: Wanted,
): Promise<ImportRowPage> {
  authorize(actor, "customer.bulk");
  const found = await db
    .select({
      position: importRows.position,
      companyName: importRows.companyName,
      verdict: importRows.verdict,
      missing: importRows.missing,
      problems: importRows.problems,
      notTwin: importRows.notTwin,
      cells: importRows.cells,
      fixes: importRows.fixes,
      mapping: imports.mapping,
    })
    .from(importRows)
    .innerJoin(imports, eq(imports.id, importRows.importId))
    .where(
      and(
        eq(importRows.importId, id),
        gt(importRows.position, after),
        problemsOnly ? eq(importRows.verdict, "problem") : undefined,
      ),
    )
    .orderBy(asc(importRows.position))
    .limit(ROWS_SHOWN + 1);
  const rows = found.slice(0, ROWS_SHOWN).map(({ cells, fixes, mapping, ...row }) => {
    const typed = typedIn({ cells, fixes }, mapping ?? []);
    const wrong = Object.keys(row.problems).filter((key) => key !== TWIN);
    return { ...row, values: Object.fromEntries(wrong.map((key) => [key, typed[key] ?? ""])) };
  });
  return { rows, next: found.length > ROWS_SHOWN ? (rows.at(-1)?.position ?? null) : null };
}

export type ProblemRow = { cells: string[]; problems: Record<string, string> };

/** What is left out, as it stands in the file. */
export async function listProblemRows(actor: Actor, id: string): Promise<ProblemRow[]> {
  authorize(actor, "customer.bulk");
  return db
    .select({ cells: importRows.cells, problems: importRows.problems })
    .from(importRows)
    .where(and(eq(importRows.importId, id), eq(importRows.verdict, "problem")))
    .orderBy(asc(importRows.position));
}
