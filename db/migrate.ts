import "server-only";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { databaseOwnerUrl, databaseRole, databaseUrl } from "@/lib/env";

const LOCK = 7_301_001;

/** What the portal's role may do: everything with rows, nothing with tables, and evidence only grows. */
function grants(role: string): string {
  const name = `"${role.replaceAll('"', '""')}"`;
  return `
    grant usage on schema public to ${name};
    grant select, insert, update, delete on all tables in schema public to ${name};
    revoke update, delete, truncate on audit_entries, audit_people, audit_heads, attestations, attestation_texts, submissions, reviews from ${name};
    grant execute on function erase_audit_people(text[]), delete_evidence(text), erase_evidence(text) to ${name};
    grant usage on schema drizzle to ${name};
    grant select on all tables in schema drizzle to ${name};
  `;
}

/**
 * Brings the schema up to date and grants the portal's role its rights. Several processes may call
 * it at once: one works, the others wait.
 */
export async function migrateDatabase(folder = "db/migrations"): Promise<void> {
  const client = postgres(databaseOwnerUrl(), { max: 1, onnotice: () => {} });
  try {
    await client`select pg_advisory_lock(${LOCK})`;
    await migrate(drizzle(client), { migrationsFolder: folder });
    const role = databaseRole(databaseUrl());
    if (role !== databaseRole(databaseOwnerUrl())) await client.unsafe(grants(role));
  } finally {
    await client.end({ timeout: 5 });
  }
}
