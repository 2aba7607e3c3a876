import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startEmulator } from "./stack/emulator";
import { newSecrets, portalEnvironment } from "./stack/environment";
import { createLifetime } from "./stack/lifetime";
import { type Postgres, startPostgres } from "./stack/postgres";
import { runScript } from "./stack/process";
import { complain, say } from "./stack/say";
import { runCommand } from "./testing/admin-command";
import { type SystemPostgres, systemPostgres } from "./testing/system-postgres";

/* docs/backup.md, done: what is lost is a whole server, and what is left a dump and the keys. */

const system = systemPostgres();
if (!system) {
  complain("Skipped: backup and restore. pg_dump and its server are not in /usr/lib/postgresql.");
}

const DATABASE = "vestibule";
/** More than the few that the promise is checked with, to see how long restoring takes. */
const CUSTOMERS = Number(process.env.BACKUP_CUSTOMERS ?? 200);
/** Where several things run at once. */
const MADE_MS = 300_000;

const lifetime = createLifetime();
afterAll(() => lifetime.end());

type Portal = { server: Postgres; environment: Record<string, string>; owner: postgres.Sql };

let before: Portal;
let after: Portal;
let made: { id: string; clientId: string };
let productionSecret: string;

beforeAll(async () => {
  if (!system) return;
  const folder = path.join(inject("folder"), "backup");
  const emulator = await lifetime.start(() => startEmulator({ port: 0, dataDir: folder }));
  const variables = { emulatorUrl: emulator.url, secrets: newSecrets() };

  before = await open(system, path.join(folder, "before"), variables);
  await runScript("scripts/migrate.ts", [], before.environment);
  await runScript("scripts/seed.ts", ["--customers", String(CUSTOMERS)], before.environment);
  const printed = await runScript(
    "scripts/testing/programs/customer.ts",
    ["--status", "ACTIVE"],
    before.environment,
  );
  made = JSON.parse(printed);
  const answer = await fetch(`${emulator.url}/_emulator/customers/${made.clientId}`);
  const known = (await answer.json()) as { secrets: { production: string } };
  productionSecret = known.secrets.production;

  const file = path.join(folder, "vestibule.dump");
  const ownerUrl = (portal: Portal) => portal.environment.DATABASE_OWNER_URL ?? "";
  run(system, "pg_dump", ["--format=custom", `--file=${file}`, ownerUrl(before)]);
  after = await open(system, path.join(folder, "after"), variables);
  const startedAt = performance.now();
  const how = ["--exit-on-error", "--single-transaction"];
  run(system, "pg_restore", [...how, `--dbname=${ownerUrl(after)}`, file]);
  const seconds = (performance.now() - startedAt) / 1000;
  say(`PostgreSQL ${system.version}: ${CUSTOMERS} customers restored in ${seconds.toFixed(1)} s`);
}, MADE_MS);

test.skipIf(!system)("a restored database holds every row of every table", async () => {
  const [was, is] = await Promise.all([before.owner, after.owner].map(counts));
  expect(is).toEqual(was);
  expect(was?.customers).toBe(CUSTOMERS + 1);
  expect(was?.audit_entries).toBeGreaterThan(CUSTOMERS);
});

test.skipIf(!system)("the restored audit log is whole", async () => {
  const verdict = await runCommand(["verify-audit"], after.environment);
  expect(verdict).toMatchObject({ code: 0, stdout: expect.stringContaining("Head: ") });
});

test.skipIf(!system)("the portal's role adds to the restored audit log and no more", async () => {
  const app = postgres(after.environment.DATABASE_URL ?? "", { max: 1, onnotice: () => {} });
  try {
    await app`select count(*) from audit_entries`;
    for (const statement of [
      "update audit_entries set action = 'x'",
      "delete from audit_entries",
      "truncate audit_entries",
      "delete from audit_people",
      "alter table audit_entries disable trigger all",
    ]) {
      await expect(app.unsafe(statement), statement).rejects.toMatchObject({ code: "42501" });
    }
  } finally {
    await app.end();
  }
  await expect(after.owner`delete from audit_entries`).rejects.toThrow();
});

test.skipIf(!system)("nothing is left to migrate", async () => {
  await runScript("scripts/migrate.ts", [], after.environment);
  expect(await counts(after.owner)).toMatchObject({ customers: CUSTOMERS + 1 });
});

test.skipIf(!system)("a restored secret opens with its key, and with no other", async () => {
  const { secretsKeys } = newSecrets();
  const withoutKey = { ...after.environment, SECRETS_KEYS: secretsKeys };
  const reveal = (environment: Portal["environment"]) =>
    runScript("scripts/testing/programs/reveal.ts", [made.id], environment);

  expect(await reveal(withoutKey)).toBe("not_openable");
  expect(await reveal(after.environment)).toBe(productionSecret);
});

type Variables = { emulatorUrl: string; secrets: ReturnType<typeof newSecrets> };

/** A new server with the two roles and an empty database, as before a first start. */
async function open(
  { binaries }: SystemPostgres,
  dataDir: string,
  variables: Variables,
): Promise<Portal> {
  mkdirSync(dataDir, { recursive: true });
  const server = await lifetime.start(() => startPostgres({ dataDir, binaries, durable: false }));
  await server.createDatabase(DATABASE);
  const ownerUrl = server.ownerUrl(DATABASE);
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  await lifetime.start(async () => ({ stop: () => owner.end() }));
  const environment = {
    PATH: process.env.PATH ?? "",
    LOG_LEVEL: "silent",
    ...portalEnvironment({
      ...variables,
      databaseUrl: server.appUrl(DATABASE),
      databaseOwnerUrl: ownerUrl,
      smtpUrl: "smtp://127.0.0.1:9",
      portalUrl: "http://localhost:3000",
    }),
  };
  return { server, environment, owner };
}

function run({ folder }: SystemPostgres, tool: string, args: string[]): void {
  execFileSync(path.join(folder, tool), args, { stdio: ["ignore", "inherit", "inherit"] });
}

async function counts(owner: postgres.Sql): Promise<Record<string, number>> {
  const tables = await owner<
    { name: string }[]
  >`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`;
  const rows = await Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await owner<
        { count: number }[]
      >`select count(*)::int as count from ${owner(name)}`;
      return [name, row?.count ?? 0] as const;
    }),
  );
  return Object.fromEntries(rows);
}
