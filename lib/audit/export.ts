import "server-only";
import { db } from "@/db/client";
import { authorize } from "@/lib/auth/actor";
import { requireFreshSignIn } from "@/lib/auth/fresh-sign-in";
import type { Actor, SignInAgain } from "@/lib/auth/model";
import { csvTable } from "@/lib/csv/table";
import { ok, type Result } from "@/lib/result";
import { type AuditFilter, auditAddress, nameOfActor } from "./model";
import { readEntries } from "./queries";
import { recordAudit } from "./record";

export type AuditFormat = "csv" | "jsonl";

const BATCH = 2_000;

type Entry = Awaited<ReturnType<typeof readEntries>>[number];

const columns: [heading: string, value: (entry: Entry) => string | number | null][] = [
  ["seq", ({ seq }) => seq],
  ["at", ({ at }) => at.toISOString()],
  ["actor_kind", ({ actorKind }) => actorKind],
  ["actor_id", ({ actorId }) => actorId],
  ["actor", nameOfActor],
  ["action", ({ action }) => action],
  ["object", ({ subject }) => subject],
  ["details", ({ details }) => JSON.stringify(details)],
  ["ip", ({ ip }) => ip],
  ["user_agent", ({ userAgent }) => userAgent],
  ["hash", ({ hash }) => hash],
];

/** The filtered log as a file, latest first, a part at a time. Exporting it is an entry itself. */
export async function exportAudit(
  actor: Actor,
  filter: AuditFilter,
  format: AuditFormat,
): Promise<Result<AsyncGenerator<string>, SignInAgain>> {
  authorize(actor, "audit.read");
  const fresh = await requireFreshSignIn(actor);
  if (!fresh.ok) return fresh;
  const details = { format, filter: auditAddress({ ...filter, before: null }, "") };
  await db.transaction((tx) =>
    recordAudit(tx, actor, { action: "audit.exported", subject: "audit", details }),
  );
  return ok(parts({ ...filter, before: null }, format));
}

async function* parts(filter: AuditFilter, format: AuditFormat): AsyncGenerator<string> {
  if (format === "csv") yield csvTable([columns.map(([heading]) => heading)], { bom: true });
  for (let before: number | null = null; ; ) {
    const entries: Entry[] = await readEntries({ ...filter, before }, BATCH);
    if (entries.length > 0) yield format === "csv" ? asCsv(entries) : asLines(entries);
    const last = entries.at(-1);
    if (!last || entries.length < BATCH) return;
    before = last.seq;
  }
}

function asCsv(entries: Entry[]): string {
  const lines = entries.map((entry) => columns.map(([, value]) => String(value(entry) ?? "")));
  return csvTable(lines, { bom: false });
}

function asLines(entries: Entry[]): string {
  return entries
    .map((entry) => `${JSON.stringify({ ...entry, actor: nameOfActor(entry) })}\n`)
    .join("");
}
