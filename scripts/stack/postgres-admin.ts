import postgres from "postgres";
import { APP_ROLE, type Credentials, OWNER_ROLE, SUPERUSER } from "./postgres-cluster";

export async function createDatabase(
  sql: postgres.Sql,
  name: string,
  template?: string,
): Promise<void> {
  const [existing] = await sql`select 1 from pg_database where datname = ${name}`;
  if (existing) return;
  await sql`create database ${sql(name)} owner ${sql(OWNER_ROLE)} template ${sql(template ?? "template1")}`;
}

export async function ensureRoles(sql: postgres.Sql, credentials: Credentials): Promise<void> {
  const wanted = { [OWNER_ROLE]: credentials.owner, [APP_ROLE]: credentials.app };
  for (const [role, password] of Object.entries(wanted)) {
    const [existing] = await sql`select 1 from pg_roles where rolname = ${role}`;
    // Passwords are made of URL-safe letters; a utility statement takes no parameters.
    if (!existing) await sql.unsafe(`create role ${role} login password '${password}'`);
  }
}

export async function withSuperuser<T>(
  port: number,
  credentials: Credentials,
  work: (sql: postgres.Sql) => Promise<T>,
): Promise<T> {
  return withConnection(urlOf(port, SUPERUSER, credentials.superuser, "postgres"), work);
}

export async function withConnection<T>(
  url: string,
  work: (sql: postgres.Sql) => Promise<T>,
): Promise<T> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => undefined,
  });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

export function urlOf(port: number, role: string, password: string, database: string): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}
