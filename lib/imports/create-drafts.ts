import "server-only";
import { and, asc, eq, ne } from "drizzle-orm";
import { db } from "@/db/client";
import { importRows, imports } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { newId } from "@/lib/id";
import { readPartner } from "@/lib/onboarding/partner";
import { fail, ok, type Result } from "@/lib/result";
import { startRun } from "@/lib/runs/control";
import { addRun } from "@/lib/runs/create";
import { judgeRow } from "./judge-row";
import { lockImport } from "./map";
import type { CreateDraftsError } from "./model";

/** Starts the run that makes a draft of every row without a problem, once. */
export async function createDrafts(
  actor: Actor,
  id: string,
): Promise<Result<{ runId: string }, CreateDraftsError>> {
  authorize(actor, "customer.bulk");

  const asked = await db.transaction(async (tx) => {
    const found = await lockImport(tx, id);
    if (!found?.mapping) return fail({ code: "not_found" });
    const { mapping } = found;
    if (found.runId) return ok({ runId: found.runId });
    const rows = await tx
      .select({ cells: importRows.cells, fixes: importRows.fixes })
      .from(importRows)
      .where(and(eq(importRows.importId, id), ne(importRows.verdict, "problem")))
      .orderBy(asc(importRows.position));
    if (rows.length === 0) return fail({ code: "no_good_rows" });
    const partner = await readPartner(tx);
    const items = rows.map((row) => {
      const { patches, companyName } = judgeRow(row, mapping, partner);
      return { customerId: newId("cus"), companyName, patches };
    });
    const selected = rows.length;
    const runId = await addRun(tx, actor, { kind: "import", selected, items });
    await tx.update(imports).set({ runId }).where(eq(imports.id, id));
    return ok({ runId });
  });
  if (asked.ok) await startRun(actor, { id: asked.value.runId });
  return asked;
}
