import "server-only";
import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { importRows, imports } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { fail, ok, type Result } from "@/lib/result";
import { checkRow, checkRows } from "./check-rows";
import { type FixError, importField, type MapError } from "./model";

/** Ours: as long as a cell may be. */
const FIX_LENGTH_MAX = 10_000;

type Mapped = {
  id: string /** Per column a field's key; null, or a key of no field, imports nothing. */;
  mapping: (string | null)[];
};

/** Says which column holds what, and judges every row by it. */
export async function mapColumns(
  actor: Actor,
  { id, mapping: chosen }: Mapped,
): Promise<Result<null, MapError>> {
  authorize(actor, "customer.bulk");

  return db.transaction(async (tx) => {
    const found = await lockImport(tx, id);
    if (!found) return fail({ code: "not_found" });
    if (found.runId) return fail({ code: "created_already", runId: found.runId });
    const mapping = found.header.map((_, column) => {
      const key = chosen[column];
      return key && importField(key) ? key : null;
    });
    const twice = mapping.find((key, column) => key && mapping.indexOf(key) !== column);
    if (twice) return fail({ code: "twice", field: twice });
    if (!mapping.includes("company.companyName")) return fail({ code: "no_company_name" });
    await tx.update(imports).set({ mapping }).where(eq(imports.id, id));
    await checkRows(tx, id, mapping);
    return ok(null);
  });
}

type Fix = {
  id: string;
  position: number;
  /** By field; others stay as they are. */
  values: Record<string, string>;
  /** Somebody looked: it is no duplicate. */
  notTwin: boolean;
};

/** Puts fields of one row right; the file itself is not changed. */
export async function fixRow(actor: Actor, fix: Fix): Promise<Result<null, FixError>> {
  authorize(actor, "customer.bulk");
  const { id, position } = fix;

  return db.transaction(async (tx) => {
    const found = await lockImport(tx, id);
    if (!found?.mapping) return fail({ code: "not_found" });
    if (found.runId) return fail({ code: "created_already", runId: found.runId });
    const row = and(eq(importRows.importId, id), eq(importRows.position, position));
    const [kept] = await tx.select({ fixes: importRows.fixes }).from(importRows).where(row);
    if (!kept) return fail({ code: "not_found" });
    const values = Object.entries(fix.values)
      .filter(([key]) => importField(key))
      .map(([key, text]) => [key, clean(text)] as const);
    const fixes = { ...kept.fixes, ...Object.fromEntries(values) };
    await tx.update(importRows).set({ fixes, notTwin: fix.notTwin }).where(row);
    await checkRow(tx, { importId: id, position, mapping: found.mapping });
    return ok(null);
  });
}

/** PostgreSQL refuses NUL and halves of surrogate pairs. */
function clean(text: string): string {
  return text.slice(0, FIX_LENGTH_MAX).replaceAll("\0", "").toWellFormed();
}

export async function lockImport(tx: Transaction, id: string) {
  const [found] = await tx
    .select({ header: imports.header, mapping: imports.mapping, runId: imports.runId })
    .from(imports)
    .where(eq(imports.id, id))
    .for("update");
  return found;
}
