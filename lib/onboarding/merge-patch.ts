import "server-only";
import { inArray } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type FieldHistory, users } from "@/db/schema";
import { fieldsOf, isSame, type Patch } from "@/lib/answers/model";
import type { StaffActor } from "@/lib/auth/model";
import type { Change } from "@/lib/drafts/model";
import { fields, inSentence } from "@/lib/fields/model";

export type KeptStep = { answers: object; version: number; fields: FieldHistory };

type Incoming = { patch: Patch; base: number; editor: string; seq: number };

/**
 * Sorts a patch into what may be written and what somebody else changed since the form was made.
 * `untouched` are others' changes beside the patch. A post that was overtaken by a later one of the
 * same page says nothing any more.
 */
export function mergePatch({ answers, fields }: KeptStep, { patch, base, editor, seq }: Incoming) {
  const current = fieldsOf(answers);
  const applied: Patch = {};
  const conflicting: string[] = [];
  for (const [path, value] of Object.entries(patch)) {
    const last = fields[path];
    if (isSame(current[path], value)) continue;
    if (last?.editor === editor) {
      if (seq > last.seq) applied[path] = value;
    } else if (last && last.version > base) conflicting.push(path);
    else applied[path] = value;
  }
  const untouched = Object.entries(fields)
    .filter(([path, last]) => last.version > base && last.editor !== editor && !(path in patch))
    .map(([path]) => path);
  return { applied, untouched, conflicting };
}

export function historyOf(
  applied: Patch,
  {
    version,
    editor,
    seq,
    by,
  }: Omit<Incoming, "patch" | "base"> & { version: number; by: StaffActor },
): FieldHistory {
  const entry = { version, editor, seq, by: by.userId, at: new Date().toISOString() };
  return Object.fromEntries(Object.keys(applied).map((path) => [path, entry]));
}

/** What others made of these fields. */
export async function changesOf(
  tx: Transaction,
  actor: StaffActor,
  { kept, paths }: { kept: KeptStep; paths: string[] },
): Promise<Change[]> {
  const authors = paths.flatMap((path) => kept.fields[path]?.by ?? []);
  if (authors.length === 0) return [];
  const people = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, authors));
  const current = fieldsOf(kept.answers);
  return paths.flatMap((path) => {
    const last = kept.fields[path];
    const value = current[path];
    if (!last || value === undefined) return [];
    const name = people.find(({ id }) => id === last.by)?.name ?? "Somebody";
    const by = last.by === actor.userId ? "You, in another window," : name;
    return [{ path, label: labelOf(path), value, by, at: last.at }];
  });
}

function labelOf(path: string): string {
  const field = fields.find((one) => one.path === path);
  return field ? inSentence(field.label) : "an answer";
}
