// Makes an uploaded file with a problem row, its columns matched, and three runs of the admin of the
// demo: asked for, paused, and finished with a failure. Prints their ids as JSON.
import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { closeDatabase, db } from "@/db/client";
import { bulkItems, bulkRuns } from "@/db/schema";
import { mapColumns } from "@/lib/imports/map";
import { uploadImport } from "@/lib/imports/upload";
import type { Result } from "@/lib/result";
import { askForRun } from "@/lib/runs/create";
import { demoAdmin } from "@/scripts/testing/actors";
import { addCustomers } from "@/scripts/testing/customers";

const actor = await demoAdmin();

const name = process.argv[2] ?? `Bulk ${randomUUID().slice(0, 8)}`;
const customers = await addCustomers(
  actor,
  ["one", "two"].map((which) => ({
    companyName: `${name} ${which}`,
    status: "PENDING_ENABLEMENT",
  })),
);
const asked = id(await askForRun(actor, { kind: "enable", ids: customers }));
// As if started: with nothing due, no loop of a running portal gets in between.
const paused = id(await askForRun(actor, { kind: "assign", ids: customers }));
const now = sql`now()`;
await db.update(bulkRuns).set({ startedAt: now, pausedAt: now }).where(eq(bulkRuns.id, paused));
const finished = id(await askForRun(actor, { kind: "assign", ids: customers }));
await db.update(bulkRuns).set({ startedAt: now }).where(eq(bulkRuns.id, finished));
await db
  .update(bulkItems)
  .set({ state: "failed", reason: { code: "forbidden" }, finishedAt: now })
  .where(eq(bulkItems.runId, finished));

const table = `Company,Postal code,Colour\n${name} three,02109,red\n${name} four,!,blue\n`;
const file = id(await uploadImport(actor, { name: `${name}.csv`, bytes: Buffer.from(table) }));
const mapping = ["company.companyName", "company.address.postalCode", null];
await mapColumns(actor, { id: file, mapping });

process.stdout.write(JSON.stringify({ customers, asked, paused, finished, file }));
await closeDatabase();

function id<E extends { code: string }>(made: Result<{ id: string }, E>): string {
  if (!made.ok) throw new Error(made.error.code);
  return made.value.id;
}
