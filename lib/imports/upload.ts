import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { importRows, imports } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { ok, type Result } from "@/lib/result";
import { tidy } from "@/lib/values/text";
import type { UploadError } from "./model";
import { parseFile } from "./parse";

const KEPT_DAYS = 7;
const NAME_LENGTH_MAX = 100;
/** Rows of one insert. */
const BATCH = 1_000;

/** Keeps a file's table for a week. Nothing is made of it before somebody says so. */
export async function uploadImport(
  actor: Actor,
  { name, bytes }: { name: string; bytes: Buffer },
): Promise<Result<{ id: string }, UploadError>> {
  authorize(actor, "customer.bulk");
  const parsed = parseFile(bytes);
  if (!parsed.ok) return parsed;
  const { rows, ...file } = parsed.value;

  return db.transaction(async (tx) => {
    const fileName = tidy(name).slice(0, NAME_LENGTH_MAX).toWellFormed() || "file.csv";
    const [made] = await tx
      .insert(imports)
      .values({
        ...file,
        fileName,
        rowCount: rows.length,
        userId: actor.userId,
        dueAt: sql`now() + make_interval(days => ${KEPT_DAYS})`,
      })
      .returning({ id: imports.id });
    if (!made) throw new Error("The file was not kept");
    const kept = rows.map((cells, index) => ({
      importId: made.id,
      position: index + 1,
      cells,
    }));
    for (let start = 0; start < kept.length; start += BATCH) {
      await tx.insert(importRows).values(kept.slice(start, start + BATCH));
    }
    const details = { rows: String(rows.length) };
    await recordAudit(tx, actor, { action: "import.uploaded", subject: made.id, details });
    return ok(made);
  });
}
