import { mkdirSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { TEST_DIST_DIR } from "@/scripts/stack/build";
import { startEmulator } from "@/scripts/stack/emulator";
import { newSecrets, portalEnvironment } from "@/scripts/stack/environment";
import { createLifetime, type Lifetime } from "@/scripts/stack/lifetime";
import { startMailCatcher } from "@/scripts/stack/mail-catcher";
import { type Portal, startPortal } from "@/scripts/stack/portal";
import { freePort } from "@/scripts/stack/ports";
import { startPostgres } from "@/scripts/stack/postgres";
import { type Environment, root, runScript } from "@/scripts/stack/process";
import { E2E_VARIABLE, type E2eStack } from "./e2e-context";
import { createEmulatorClient } from "./emulator-client";
import { startIdentityProvider } from "./identity-provider";
import { temporaryFolder } from "./temporary";

const DATABASE = "vestibule";

const people = [
  ["admin@demo.test", "Ada Admin", "admin"],
  ["onboarder@demo.test", "Otto Onboarder", "onboarder"],
  ["viewer@demo.test", "Vera Viewer", "viewer"],
] as const;

/** Everything a browser test needs, on free ports: it disturbs no demo that is running. */
export default async function startStack(): Promise<() => Promise<void>> {
  const lifetime = createLifetime();
  try {
    const stack = await start(lifetime);
    process.env[E2E_VARIABLE] = JSON.stringify(stack);
  } catch (error) {
    await lifetime.end();
    throw error;
  }
  return () => lifetime.end();
}

async function start(lifetime: Lifetime): Promise<E2eStack> {
  const startedAt = Date.now();
  const folder = await lifetime.start(async () => temporaryFolder("e2e"));
  const server = await lifetime.start(() =>
    startPostgres({ dataDir: folder.path, durable: false }),
  );
  await server.createDatabase(DATABASE);
  const mail = await lifetime.start(() => startMailCatcher({ httpPort: 0 }));
  const emulator = await lifetime.start(() => startEmulator({ port: 0, dataDir: folder.path }));
  const port = await freePort();
  const portalUrl = `http://localhost:${port}`;
  const provider = await lifetime.start(() => startIdentityProvider({ portalUrl }));
  const environment = {
    ...portalEnvironment({
      databaseUrl: server.appUrl(DATABASE),
      databaseOwnerUrl: server.ownerUrl(DATABASE),
      emulatorUrl: emulator.url,
      smtpUrl: mail.smtpUrl,
      portalUrl,
      secrets: newSecrets(),
    }),
    AUTH_OIDC_ISSUER: provider.issuer,
    AUTH_OIDC_CLIENT_ID: provider.clientId,
    AUTH_OIDC_CLIENT_SECRET: provider.clientSecret,
    NODE_ENV: "production",
    NEXT_DIST_DIR: TEST_DIST_DIR,
    DEMO: "0",
    WORKER: "on",
    // Two browsers are each of three people at once.
    LIMITS_FACTOR: "100",
    GALLERY: "on",
  };
  const results = path.join(root, "test-results");
  mkdirSync(results, { recursive: true });
  const logFile = path.join(results, `portal-${process.pid}.log`);
  const env = { ...process.env, ...environment };
  const portal = await openPortal({ port, env, logFile, emulatorUrl: emulator.url }, lifetime);
  return {
    ...{ logFile, startedAt, folder: folder.path },
    portalUrl: portal.url,
    emulatorUrl: emulator.url,
    mailUrl: mail.url,
    issuer: provider.issuer,
    databaseUrl: server.appUrl(DATABASE),
    databaseOwnerUrl: server.ownerUrl(DATABASE),
    superuserUrl: server.superuserUrl("postgres"),
    environment,
  };
}

type Opening = { port: number; env: Environment; logFile: string; emulatorUrl: string };

async function openPortal(
  { port, env, logFile, emulatorUrl }: Opening,
  lifetime: Lifetime,
): Promise<Portal> {
  await runScript("scripts/migrate.ts", [], env);
  await Promise.all(
    people.map(([email, name, role]) => {
      const args = ["create-user", "--email", email, "--name", name, "--role", role];
      return runScript("scripts/admin.ts", args, env);
    }),
  );
  await haveJoined(env.DATABASE_OWNER_URL);
  await createEmulatorClient(() => emulatorUrl).setWebhookUrl(
    `http://127.0.0.1:${port}/api/webhooks/plaid`,
  );
  return lifetime.start(() => startPortal({ port, mode: "start", env, logFile }));
}

/** As if each had signed in before: who joins closes the other links to the same address. */
async function haveJoined(databaseUrl = ""): Promise<void> {
  const database = postgres(databaseUrl, { max: 1 });
  await database`update users set email_verified = now()`;
  await database.end();
}
