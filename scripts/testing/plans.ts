import { db } from "@/db/client";
import { asOwner } from "./owner";

/** Kept small whatever the portfolio does: these may be read whole. */
const small = [
  ...["customer_counts", "go_live_counts", "institution_counts"],
  ...["users", "second_factors", "rate_budgets", "partner_settings"],
];

/**
 * Plans of tables that are not analyzed are guesses, until autovacuum comes by in the middle of a
 * test. Only their owner may: the portal's role gets a warning, and nothing is done.
 */
export async function analyze(...tables: string[]): Promise<void> {
  await asOwner((sql) => sql`vacuum analyze ${sql(tables)}`);
}

type Plan = {
  "Node Type": string;
  "Relation Name"?: string;
  "Plan Rows": number;
  Plans?: Plan[];
};

type Query = { text: string; values: unknown[] };

/**
 * What the queries of a read would cost more of in a larger portfolio, one sentence each: tables read
 * whole, and more rows sorted than `rowsMax`. Needs a table that is large and analyzed.
 */
export async function growingParts(
  read: () => Promise<unknown>,
  { rowsMax }: { rowsMax: number },
): Promise<string[]> {
  const problems: string[] = [];
  for (const { text, values } of await queriesOf(read)) {
    const [row] = await db.$client.unsafe(`explain (format json) ${text}`, values as never[]);
    // The shape PostgreSQL documents.
    const explained = (row?.["QUERY PLAN"] ?? []) as { Plan: Plan }[];
    for (const { Plan: plan } of explained) {
      problems.push(...judge(plan, rowsMax).map((problem) => `${problem}: ${text}`));
    }
  }
  return problems;
}

/** Every select that ran, as it was sent. */
async function queriesOf(read: () => Promise<unknown>): Promise<Query[]> {
  const queries: Query[] = [];
  const client = db.$client;
  const { unsafe } = client;
  client.unsafe = ((text: string, values: unknown[], ...rest: never[]) => {
    if (/^\s*(select|with)\b/i.test(text)) queries.push({ text, values });
    return unsafe.call(client, text, values as never[], ...rest);
  }) as typeof unsafe;
  try {
    await read();
  } finally {
    client.unsafe = unsafe;
  }
  if (queries.length === 0) throw new Error("The read has asked nothing");
  return queries;
}

function judge(plan: Plan, rowsMax: number): string[] {
  const { "Node Type": node, "Relation Name": table = "", Plans: parts = [] } = plan;
  const inner = parts.flatMap((part) => judge(part, rowsMax));
  const input = Math.max(0, ...parts.map((part) => part["Plan Rows"]));
  if (node === "Seq Scan" && !small.includes(table)) inner.push(`${table} is read whole`);
  if (node.includes("Sort") && input > rowsMax) inner.push(`${input} rows are sorted`);
  return inner;
}
