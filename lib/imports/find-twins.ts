import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { wordsIn } from "@/lib/languages/say";
import { foldName } from "@/lib/names/model";
import { describeStatus, isDraft } from "@/lib/statuses/model";
import type { Judged } from "./judge-row";

type Twin = { typed: string; companyName: string; status: string };

/** Customers of this portal that a row seems to be, by its name keys. What was removed counts no more. */
export async function findTwins(tx: Transaction, rows: Judged[]): Promise<Map<string, string>> {
  const keysOf = (kind: string) =>
    rows.flatMap(({ nameKeys }) =>
      nameKeys.filter((key) => key.startsWith(`${kind}:`)).map((key) => key.slice(kind.length + 1)),
    );
  const twins = new Map<string, string>();
  const note = (kind: string, found: Twin[], keyOf = (typed: string) => typed) => {
    for (const { typed, ...twin } of found) twins.set(`${kind}:${keyOf(typed)}`, inPortfolio(twin));
  };
  note("application", await look(tx, keysOf("application"), sql`application_name_key = typed`));
  note("legal", await look(tx, keysOf("legal"), sql`legal_entity_name_key = typed`));
  const names = rows.map(({ companyName }) => companyName).filter((name) => name !== "");
  // The key alone is the beginning of a long name.
  const sameName = sql`name_key = left(search_fold(typed), 100)
    and search_fold(company_name) = search_fold(typed)`;
  note("company", await look(tx, names, sameName), foldName);
  return twins;
}

async function look(tx: Transaction, typed: string[], same: SQL): Promise<Twin[]> {
  if (typed.length === 0) return [];
  // As JSON: the driver would write a list as one parameter for each.
  const asked = JSON.stringify([...new Set(typed)]);
  const found = await tx.execute<{ typed: string; company_name: string; status: string }>(sql`
    select typed, twin.company_name, twin.status
    from jsonb_array_elements_text(${asked}::jsonb) as typed
    cross join lateral (
      select company_name, status from customers
      where ${same} and status <> 'REMOVED' limit 1
    ) twin
  `);
  return found.map(({ company_name, ...twin }) => ({ ...twin, companyName: company_name }));
}

function inPortfolio({ companyName, status }: Omit<Twin, "typed">): string {
  const { sayOfImport: say } = wordsIn("en");
  return say("here", {
    company: companyName || say("unnamed"),
    status: isDraft(status) ? say("draft") : describeStatus(status).label,
  });
}
