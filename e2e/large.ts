import { type Portal, startPortal } from "@/scripts/stack/portal";
import { freePort } from "@/scripts/stack/ports";
import { createDatabase, withConnection } from "@/scripts/stack/postgres-admin";
import { runScript } from "@/scripts/stack/process";
import { stack } from "./fixtures";

const DATABASE = "large";

export type LargePortal = Portal & {
  /** Signs an administrator in, once each. */
  signInLink(): Promise<string>;
};

/** A portal of its own, over so many customers: other tests keep their short lists. */
export async function startLargePortal(customers: number): Promise<LargePortal> {
  const { superuserUrl, databaseUrl, databaseOwnerUrl, environment } = stack();
  await withConnection(superuserUrl, (sql) => createDatabase(sql, DATABASE));
  const port = await freePort();
  const env = {
    ...process.env,
    ...environment,
    DATABASE_URL: atLarge(databaseUrl),
    DATABASE_OWNER_URL: atLarge(databaseOwnerUrl),
    AUTH_URL: `http://localhost:${port}`,
    // Its administrator comes by a link alone.
    DEMO: "1",
  };
  const person = ["--email", "admin@demo.test"];
  await runScript("scripts/migrate.ts", [], env);
  await runScript(
    "scripts/admin.ts",
    ["create-user", ...person, "--name", "Ada Admin", "--role", "admin"],
    env,
  );
  await runScript("scripts/seed.ts", ["--customers", String(customers)], env);
  await withConnection(atLarge(superuserUrl), (sql) => sql`vacuum analyze`);
  const portal = await startPortal({ port, mode: "start", env });
  return {
    ...portal,
    signInLink: () => runScript("scripts/admin.ts", ["sign-in-link", ...person], env),
  };
}

function atLarge(url: string): string {
  const address = new URL(url);
  address.pathname = `/${DATABASE}`;
  return address.href;
}
