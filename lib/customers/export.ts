import "server-only";
import { inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { customers } from "@/db/schema";
import { recordAudit } from "@/lib/audit/record";
import { authorize } from "@/lib/auth/actor";
import type { Actor, Reader } from "@/lib/auth/model";
import { csvTable } from "@/lib/csv/table";
import { type CustomerFilter, fromStart, writeFilter } from "@/lib/portfolio/model";
import { describeStatus } from "@/lib/statuses/model";
import { countList, stretches } from "./list";
import type { CustomerRow } from "./model";
import { rowColumns, toRow } from "./rows";

const exported = {
  ...rowColumns,
  applicationName: customers.applicationName,
  website: customers.website,
  country: customers.country,
  emails: customers.emails,
  createdAt: customers.createdAt,
  enabledAt: customers.enabledAt,
};

type Found = Awaited<ReturnType<typeof readExported>>[number];

/** Everything there is in a file: what the list shows, ids, and how to reach people. No secret. */
const columns: [heading: string, value: (found: Found, row: CustomerRow) => unknown][] = [
  ["id", ({ id }) => id],
  ["client_id", ({ clientId }) => clientId],
  ["company", ({ companyName }) => companyName],
  ["legal_entity", ({ legalEntityName }) => legalEntityName],
  ["application", ({ applicationName }) => applicationName],
  ["website", ({ website }) => website],
  ["country", ({ country }) => country],
  ["emails", ({ emails }) => emails.join(" ")],
  ["status_code", ({ status }) => status],
  ["status", ({ status }) => describeStatus(status).label],
  ["reason", (_, { line }) => line],
  ["status_since", ({ statusSince }) => statusSince.toISOString()],
  ["turn", ({ turn }) => turn],
  ["banks", ({ banksTotal }) => banksTotal],
  ["banks_enabled", ({ banksEnabled }) => banksEnabled],
  ["banks_attention", ({ banksAttention }) => banksAttention],
  ["products", ({ products }) => products.join(" ")],
  ["owner", ({ owner }) => owner],
  ["created", ({ createdAt }) => createdAt.toISOString()],
  ["enabled", ({ enabledAt }) => enabledAt?.toISOString()],
  ["updated", ({ updatedAt }) => updatedAt.toISOString()],
];

type Options = {
  /** Spreadsheets of old then read the file as UTF-8, too. */
  bom: boolean;
  /** Of customers that somebody ticked: these alone, whatever the filter leaves. */
  ids?: string[];
};

/** The whole filtered list as CSV, a part at a time. What a spreadsheet would compute stays text. */
export async function exportCustomers(
  actor: Actor,
  filter: CustomerFilter,
  { bom, ids = [] }: Options,
): Promise<AsyncGenerator<string>> {
  authorize(actor, "customer.export");
  // In the order of their latest change, rows that change meanwhile would move out of the way.
  const sort = filter.sort === "-updated" ? "name" : filter.sort;
  const list = fromStart({ ...filter, sort });
  const ticked = ids.length > 0;
  const { count, more } = ticked
    ? { count: ids.length, more: false }
    : await countList(actor, list);
  await db.transaction((tx) =>
    recordAudit(tx, actor, {
      action: "customers.exported",
      subject: "customers",
      details: {
        // What was searched for may name a person, and the log outlives that.
        filter: ticked ? "ticked" : writeFilter({ ...list, search: "" }),
        searched: filter.search === "" ? "no" : "yes",
        count: more ? `${count}+` : String(count),
      },
    }),
  );
  return parts(actor, ticked ? [ids] : stretches(actor, list), bom);
}

async function* parts(
  actor: Actor,
  some: AsyncIterable<string[]> | string[][],
  bom: boolean,
): AsyncGenerator<string> {
  yield csvTable([columns.map(([heading]) => heading)], { bom });
  for await (const ids of some) {
    const found = new Map((await readExported(ids)).map((one) => [one.id, one]));
    yield csvTable(
      ids.flatMap((id) => lineOf(found.get(id), actor)),
      { bom: false },
    );
  }
}

function readExported(ids: string[]) {
  return db.select(exported).from(customers).where(inArray(customers.id, ids));
}

function lineOf(found: Found | undefined, reader: Reader): string[][] {
  if (!found) return [];
  const row = toRow(found, reader);
  return [columns.map(([, value]) => String(value(found, row) ?? ""))];
}
