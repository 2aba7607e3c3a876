import "server-only";
import { and, desc, eq, inArray } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import { attestationDrafts, attestationTexts, users } from "@/db/schema";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { differenceOf } from "./difference";
import {
  isWordingKind,
  type Wording,
  type WordingDraft,
  type WordingKind,
  type WordingView,
  wordingKinds,
} from "./model";

/** More are never shown: a wording changes a few times in its life. */
const VERSIONS_MAX = 50;

/** What is in force, and whether a next version is worked on. */
export async function listWordings(actor: Actor): Promise<(Wording & { hasDraft: boolean })[]> {
  authorize(actor, "settings.manage");
  const rows = await db
    .selectDistinctOn([attestationTexts.kind], columns)
    .from(attestationTexts)
    .leftJoin(users, eq(users.id, attestationTexts.publishedBy))
    .where(inArray(attestationTexts.kind, [...wordingKinds]))
    .orderBy(attestationTexts.kind, desc(attestationTexts.version));
  const drafts = await db.select({ kind: attestationDrafts.kind }).from(attestationDrafts);
  const found = rows.flatMap(wordingOf);
  return wordingKinds.flatMap((kind) => {
    const wording = found.find((one) => one.kind === kind);
    return wording ? [{ ...wording, hasDraft: drafts.some((draft) => draft.kind === kind) }] : [];
  });
}

/** One wording in all its versions. */
export async function getWording(actor: Actor, kind: WordingKind): Promise<WordingView> {
  authorize(actor, "settings.manage");
  const rows = await db
    .select(columns)
    .from(attestationTexts)
    .leftJoin(users, eq(users.id, attestationTexts.publishedBy))
    .where(eq(attestationTexts.kind, kind))
    .orderBy(desc(attestationTexts.version))
    .limit(VERSIONS_MAX);
  const versions = rows.flatMap(wordingOf);
  const draft = await readDraft(db, kind);
  return {
    kind,
    versions: versions.map((wording, place) => {
      const before = versions[place + 1];
      return { ...wording, difference: before ? differenceOf(before.body, wording.body) : null };
    }),
    draft: draft
      ? { ...draft, difference: differenceOf(versions[0]?.body ?? "", draft.body) }
      : null,
  };
}

export async function readDraft(
  source: Database | Transaction,
  kind: WordingKind,
): Promise<WordingDraft | undefined> {
  const [draft] = await source
    .select({
      title: attestationDrafts.title,
      body: attestationDrafts.body,
      savedAt: attestationDrafts.savedAt,
      savedBy: users.name,
    })
    .from(attestationDrafts)
    .innerJoin(users, eq(users.id, attestationDrafts.savedBy))
    .where(and(eq(attestationDrafts.kind, kind)));
  return draft && { ...draft, savedAt: draft.savedAt.toISOString() };
}

const columns = {
  kind: attestationTexts.kind,
  version: attestationTexts.version,
  title: attestationTexts.title,
  body: attestationTexts.body,
  sha256: attestationTexts.sha256,
  publishedAt: attestationTexts.publishedAt,
  publishedBy: users.name,
};

type Row = Omit<Wording, "kind" | "publishedAt"> & { kind: string; publishedAt: Date };

function wordingOf({ kind, publishedAt, ...row }: Row): Wording[] {
  return isWordingKind(kind) ? [{ ...row, kind, publishedAt: publishedAt.toISOString() }] : [];
}
