import type { TestProject } from "vitest/node";
import { newSecrets, portalEnvironment } from "@/scripts/stack/environment";
import { createLifetime } from "@/scripts/stack/lifetime";
import { startPostgres } from "@/scripts/stack/postgres";
import { runScript } from "@/scripts/stack/process";
import { temporaryFolder } from "./temporary";

const TEMPLATE = "vestibule_template";

export type TestDatabase = {
  template: string;
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
};

declare module "vitest" {
  interface ProvidedContext {
    database: TestDatabase;
    /** Where test files write; it goes with the run, also when they are only listed. */
    folder: string;
  }
}

/** One server for the whole run, and one migrated database that each test file gets a copy of. */
export default async function startDatabase(project: TestProject): Promise<() => Promise<void>> {
  const lifetime = createLifetime();
  const folder = await lifetime.start(async () => temporaryFolder("integration"));
  try {
    const server = await lifetime.start(() =>
      startPostgres({ dataDir: folder.path, durable: false }),
    );
    await server.createDatabase(TEMPLATE);
    const database = {
      template: TEMPLATE,
      superuserUrl: server.superuserUrl("postgres"),
      ownerUrl: server.ownerUrl(TEMPLATE),
      appUrl: server.appUrl(TEMPLATE),
    };
    await runScript("scripts/migrate.ts", [], { ...process.env, ...environmentOf(database) });
    project.provide("database", database);
    project.provide("folder", folder.path);
  } catch (error) {
    await lifetime.end();
    throw error;
  }
  return () => lifetime.end();
}

function environmentOf(database: TestDatabase) {
  return portalEnvironment({
    databaseUrl: database.appUrl,
    databaseOwnerUrl: database.ownerUrl,
    emulatorUrl: "http://127.0.0.1:9",
    smtpUrl: "smtp://127.0.0.1:9",
    portalUrl: "http://localhost:3000",
    secrets: newSecrets(),
  });
}
