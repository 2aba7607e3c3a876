import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { answerChanges } from "@/db/schema";
import type { FieldValue, Patch } from "@/lib/answers/model";
import { isSame } from "@/lib/answers/model";
import { fields } from "@/lib/fields/model";
import type { AnswerStep } from "@/lib/onboarding/model";
import type { FieldEdit } from "./model";

type Edited = {
  customerId: string;
  step: AnswerStep;
  editor: string;
  changedBy: string;
  before: Record<string, FieldValue>;
  after: Patch;
};

/** Keeps what fields were and are now. What one opening of a page saves again and again is one change. */
export function recordEdits(tx: Pick<Transaction, "insert">, edited: Edited) {
  const { before, after, ...of } = edited;
  const rows = Object.entries(after).map(([path, value]) => ({
    ...of,
    path,
    before: before[path],
    after: value,
  }));
  return tx
    .insert(answerChanges)
    .values(rows)
    .onConflictDoUpdate({
      target: [
        answerChanges.customerId,
        answerChanges.editor,
        answerChanges.step,
        answerChanges.path,
      ],
      set: { after: sql`excluded.after`, at: sql`now()` },
    });
}

/** Steps that name people. */
const ofPeople: readonly AnswerStep[] = ["contacts", "support"];

/** What was edited, by editor; fields that are as they were before are left out. */
export async function readEdits(
  customerId: string,
  editors: string[],
  showsPeople: boolean,
): Promise<Map<string, FieldEdit[]>> {
  const edits = new Map<string, FieldEdit[]>();
  if (editors.length === 0) return edits;
  const rows = await db
    .select()
    .from(answerChanges)
    .where(and(eq(answerChanges.customerId, customerId), inArray(answerChanges.editor, editors)));
  const place = (path: string) => fields.findIndex((field) => field.path === path);
  for (const row of rows.toSorted((a, b) => place(a.path) - place(b.path))) {
    if (isSame(row.before ?? undefined, row.after ?? undefined)) continue;
    const hidden = ofPeople.includes(row.step) && !showsPeople;
    const edit = {
      ...{ step: row.step, path: row.path },
      before: hidden ? null : shown(row.before),
      after: hidden ? null : shown(row.after),
    };
    edits.set(row.editor, [...(edits.get(row.editor) ?? []), edit]);
  }
  return edits;
}

function shown(value: FieldValue | null): string | boolean {
  return Array.isArray(value) ? value.join("\n") : (value ?? "");
}
