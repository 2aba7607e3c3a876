import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Postgres } from "@/scripts/stack/postgres";
import { withConnection } from "@/scripts/stack/postgres-admin";
import { type Environment, root, runScript } from "@/scripts/stack/process";
import { say } from "@/scripts/stack/say";

/** A database filled with so many customers. Filling takes minutes: it is kept for the next run. */
export type Portfolio = { customers: number; database: string; seededInS: number | null };

export async function preparePortfolio(
  server: Postgres,
  customers: number,
  environmentOf: (database: string) => Environment,
): Promise<Portfolio> {
  const database = `bench_${customers}_${whatIsSeeded()}`;
  if (await isSeeded(server, database)) return { customers, database, seededInS: null };
  await server.dropDatabase(database);
  await server.createDatabase(database);
  const environment = environmentOf(database);
  await runScript("scripts/migrate.ts", [], environment);
  const admin = ["create-user", "--email", "admin@demo.test", "--name", "Ada", "--role", "admin"];
  await runScript("scripts/admin.ts", admin, environment);
  say(`Seeding ${customers.toLocaleString("en")} customers …`);
  const startedAt = performance.now();
  await runScript("scripts/seed.ts", ["--customers", String(customers)], environment);
  const seededInS = (performance.now() - startedAt) / 1000;
  say(`… in ${seededInS.toFixed(0)} s`);
  await withConnection(server.superuserUrl(database), (sql) => sql`vacuum analyze`);
  await markSeeded(server, database);
  return { customers, database, seededInS };
}

/** Another schema, or other made-up customers, need another database. */
function whatIsSeeded(): string {
  const hash = createHash("sha256");
  for (const folder of ["db/migrations", "scripts/seed"]) {
    const files = readdirSync(path.join(root, folder), { withFileTypes: true });
    for (const file of files.filter((entry) => entry.isFile())) {
      hash.update(readFileSync(path.join(root, folder, file.name)));
    }
  }
  return hash.digest("hex").slice(0, 8);
}

async function isSeeded(server: Postgres, database: string): Promise<boolean> {
  return await withConnection(server.superuserUrl("postgres"), async (sql) => {
    const [found] = await sql`
      select 1 from pg_database where datname = ${database}
      and shobj_description(oid, 'pg_database') = 'seeded'`;
    return found !== undefined;
  });
}

async function markSeeded(server: Postgres, database: string): Promise<void> {
  await withConnection(server.superuserUrl("postgres"), async (sql) => {
    await sql`comment on database ${sql(database)} is 'seeded'`;
  });
}
