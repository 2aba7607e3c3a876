import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { importRows } from "@/db/schema";
import { wordsIn } from "@/lib/languages/say";
import { readPartner } from "@/lib/onboarding/partner";
import { findTwins } from "./find-twins";
import { type Judged, judgeRow } from "./judge-row";
import { TWIN, type Verdict } from "./model";

type Mapping = (string | null)[];
type Kept = {
  position: number;
  cells: string[];
  fixes: Record<string, string>;
  notTwin: boolean;
};
type JudgedRow = Kept & { judged: Judged };

/** Rows judged between two looks at whatever else waits for this process. */
const BATCH = 250;

/** Judges every row anew: each by itself, against the others of the file, and against the portfolio. */
export async function checkRows(
  tx: Transaction,
  importId: string,
  mapping: Mapping,
): Promise<void> {
  const rows = await readRows(tx, importId);
  const judged = await judgeAll(tx, rows, mapping);
  await writeVerdicts(tx, { importId, rows: judged, first: firstOf(judged) });
}

/** The same for one row that was changed, and for those whose names it shares, or did before. */
export async function checkRow(
  tx: Transaction,
  { importId, position, mapping }: { importId: string; position: number; mapping: Mapping },
): Promise<void> {
  const names = await readNames(tx, importId);
  const before = names.find((row) => row.position === position)?.nameKeys ?? [];
  const [changed] = await judgeAll(tx, await readRows(tx, importId, [position]), mapping);
  if (!changed) return;
  const touched = new Set([...before, ...changed.judged.nameKeys]);
  const others = names.filter(
    (row) => row.position !== position && row.nameKeys.some((key) => touched.has(key)),
  );
  const along = await readRows(
    tx,
    importId,
    others.map((row) => row.position),
  );
  const rows = [changed, ...(await judgeAll(tx, along, mapping))];
  const now = names.map((row) => ({
    ...row,
    nameKeys: row.position === position ? changed.judged.nameKeys : row.nameKeys,
  }));
  const first = firstOf(
    now.map(({ position: at, nameKeys }) => ({ position: at, judged: { nameKeys } })),
  );
  await writeVerdicts(tx, { importId, rows, first });
}

async function readRows(tx: Transaction, importId: string, positions?: number[]): Promise<Kept[]> {
  if (positions?.length === 0) return [];
  const wanted = positions && inArray(importRows.position, positions);
  return tx
    .select({
      position: importRows.position,
      cells: importRows.cells,
      fixes: importRows.fixes,
      notTwin: importRows.notTwin,
    })
    .from(importRows)
    .where(and(eq(importRows.importId, importId), wanted))
    .orderBy(asc(importRows.position));
}

function readNames(tx: Transaction, importId: string) {
  return tx
    .select({ position: importRows.position, nameKeys: importRows.nameKeys })
    .from(importRows)
    .where(eq(importRows.importId, importId))
    .orderBy(asc(importRows.position));
}

async function judgeAll(tx: Transaction, rows: Kept[], mapping: Mapping): Promise<JudgedRow[]> {
  const partner = await readPartner(tx);
  const judged: JudgedRow[] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    for (const row of rows.slice(start, start + BATCH)) {
      judged.push({ ...row, judged: judgeRow(row, mapping, partner) });
    }
    await new Promise(setImmediate);
  }
  return judged;
}

type Named = { position: number; judged: Pick<Judged, "nameKeys"> };

/** Per name, the first row that has it: that one counts, later ones are its duplicates. */
function firstOf(rows: Named[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { position, judged } of rows) {
    for (const key of judged.nameKeys) if (!first.has(key)) first.set(key, position);
  }
  return first;
}

type Writing = { importId: string; rows: JudgedRow[]; first: Map<string, number> };

async function writeVerdicts(tx: Transaction, { importId, rows, first }: Writing): Promise<void> {
  const twins = await findTwins(
    tx,
    rows.map(({ judged }) => judged),
  );
  const { sayOfImport: say } = wordsIn("en");
  const verdicts = rows.map(({ position, notTwin, judged }) => {
    const { nameKeys, missing, companyName } = judged;
    const earlier = nameKeys.map((key) => first.get(key) ?? position);
    const row = Math.min(position, ...earlier);
    const twin =
      row < position
        ? say("sameNames", { row })
        : nameKeys.map((key) => twins.get(key)).find(Boolean);
    const problems = { ...judged.problems, ...(twin && !notTwin && { [TWIN]: twin }) };
    const verdict = verdictOf(Object.keys(problems).length, missing);
    return { position, verdict, problems, missing, company_name: companyName, name_keys: nameKeys };
  });
  await tx.execute(sql`
    update import_rows set
      verdict = judged.verdict, problems = judged.problems, missing = judged.missing,
      company_name = left(judged.company_name, 200), name_keys = judged.name_keys
    from jsonb_to_recordset(${JSON.stringify(verdicts)}::jsonb) as judged(
      position int, verdict text, problems jsonb, missing int, company_name text, name_keys text[]
    )
    where import_id = ${importId} and import_rows.position = judged.position
  `);
}

function verdictOf(problems: number, missing: number): Verdict {
  if (problems > 0) return "problem";
  return missing > 0 ? "incomplete" : "good";
}
