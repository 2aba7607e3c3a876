import { randomUUID } from "node:crypto";
import path from "node:path";
import { afterAll, inject } from "vitest";
import { startEmulator } from "@/scripts/stack/emulator";
import { newSecrets, portalEnvironment } from "@/scripts/stack/environment";
import { createLifetime } from "@/scripts/stack/lifetime";
import { startMailCatcher } from "@/scripts/stack/mail-catcher";
import { withConnection } from "@/scripts/stack/postgres-admin";
import { OWNER_ROLE } from "@/scripts/stack/postgres-cluster";
import { createEmulatorClient } from "./emulator-client";

// Runs before each integration test file is loaded: the modules under test read their variables once.
const lifetime = createLifetime();
afterAll(() => lifetime.end());

const database = inject("database");
const name = `test_${randomUUID().replaceAll("-", "")}`;

const [mail, emulator] = await Promise.all([
  lifetime.start(() => startMailCatcher({ httpPort: 0 })),
  lifetime.start(async () => {
    const process = await startEmulator({ port: 0, dataDir: path.join(inject("folder"), name) });
    return { url: process.url, stop: () => process.kill() };
  }),
  lifetime.start(copyDatabase),
]);
await createEmulatorClient(() => emulator.url).clock(0);

Object.assign(
  process.env,
  portalEnvironment({
    databaseUrl: forThisFile(database.appUrl),
    databaseOwnerUrl: forThisFile(database.ownerUrl),
    emulatorUrl: emulator.url,
    smtpUrl: mail.smtpUrl,
    portalUrl: "http://localhost:3000",
    secrets: newSecrets(),
  }),
  { MAIL_URL: mail.url, DEMO: "0", WORKER: "off", LOG_LEVEL: process.env.LOG_LEVEL ?? "silent" },
);

async function copyDatabase(): Promise<{ stop(): Promise<void> }> {
  await withConnection(database.superuserUrl, async (sql) => {
    // Copying waits for nobody: two copies of one template at once would refuse each other.
    await sql`select pg_advisory_lock(1)`;
    await sql`create database ${sql(name)} owner ${sql(OWNER_ROLE)} template ${sql(database.template)}`;
  });
  return {
    stop: () =>
      withConnection(database.superuserUrl, async (sql) => {
        await sql`drop database if exists ${sql(name)} with (force)`;
      }),
  };
}

function forThisFile(url: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
