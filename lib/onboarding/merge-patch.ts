import "server-only";
import { inArray } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Database, Transaction } from "@/db/client";
import { type FieldHistory, invitations, users } from "@/db/schema";
import { fieldsOf, isSame, type Patch } from "@/lib/answers/model";
import type { ApplicantActor, StaffActor } from "@/lib/auth/model";
import type { Change } from "@/lib/drafts/model";
import { fields } from "@/lib/fields/model";
import { partnerOf } from "@/lib/mail/partner";

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
  { version, editor, seq, by }: Omit<Incoming, "patch" | "base"> & { version: number; by: string },
): FieldHistory {
  const entry = { version, editor, seq, by, at: new Date().toISOString() };
  return Object.fromEntries(Object.keys(applied).map((path) => [path, entry]));
}

/** Under what an author is kept with a field: a member of the team, or an invitation. */
export function authorOf(actor: StaffActor | ApplicantActor): string {
  return actor.kind === "staff" ? actor.userId : actor.invitationId;
}

/** Names of those who changed fields, by what they are kept under. */
export async function namesOf(
  source: Database | Transaction,
  authors: string[],
): Promise<Map<string, string>> {
  if (authors.length === 0) return new Map();
  const people = await unionAll(
    source.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, authors)),
    source
      .select({ id: invitations.id, name: invitations.name })
      .from(invitations)
      .where(inArray(invitations.id, authors)),
  );
  return new Map(people.map(({ id, name }) => [id, name]));
}

/** What others made of these fields. */
export async function changesOf(
  tx: Transaction,
  actor: StaffActor | ApplicantActor,
  { kept, paths }: { kept: KeptStep; paths: string[] },
): Promise<Change[]> {
  if (paths.length === 0) return [];
  const authors = paths.flatMap((path) => kept.fields[path]?.by ?? []);
  const names = await namesOf(tx, authors);
  const partner = await partnerOf(tx);
  // Who works for the partner is not the customer's to know.
  const nameOf = (by: string) =>
    actor.kind === "applicant" && by.startsWith("usr_") ? partner : names.get(by);
  const current = fieldsOf(kept.answers);
  return paths.flatMap((path) => {
    const last = kept.fields[path];
    const value = current[path];
    if (!last || value === undefined) return [];
    const by = nameOf(last.by) ?? "";
    const somebody = by ? "other" : "unknown";
    const who = last.by === authorOf(actor) ? "you" : somebody;
    const name = fields.find((field) => field.path === path)?.name ?? null;
    return [{ path, name, value, who, by, at: last.at }];
  });
}
