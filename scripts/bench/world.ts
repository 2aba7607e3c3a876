import path from "node:path";
import type { Browser } from "@playwright/test";
import { TEST_DIST_DIR } from "@/scripts/stack/build";
import { startEmulator } from "@/scripts/stack/emulator";
import { keptSecrets, portalEnvironment } from "@/scripts/stack/environment";
import type { Lifetime } from "@/scripts/stack/lifetime";
import { type Postgres, startPostgres } from "@/scripts/stack/postgres";
import type { Environment } from "@/scripts/stack/process";
import { temporaryFolder } from "@/scripts/testing/temporary";
import { type Portfolio, preparePortfolio } from "./portfolios";
import { openBrowser } from "./sites";

/** Customers where their number is not what is measured. */
export const SMALL = 1_000;

/** What all benches measure on: started once, when first asked for. */
export type World = {
  /** Small portfolios and few rounds, to see that everything is measured. */
  smoke: boolean;
  server: Postgres;
  /** Plaid for the bench: its clock may be stopped and its webhooks redirected. */
  emulatorUrl: string;
  browser(): Promise<Browser>;
  portfolio(customers: number): Promise<Portfolio>;
  /** Variables of a portal on this database. */
  environmentOf(database: string, port?: number): Environment;
};

/** What was seeded stays in DATA_DIR/bench for the next run, but for little. */
export async function openWorld({ smoke }: { smoke: boolean }, lifetime: Lifetime): Promise<World> {
  const dataDir = smoke
    ? (await lifetime.start(async () => temporaryFolder("bench"))).path
    : path.join(process.env.DATA_DIR || ".data", "bench");
  const server = await lifetime.start(() => startPostgres({ dataDir, durable: !smoke }));
  const emulator = await lifetime.start(() => startEmulator({ port: 0, dataDir }));
  const environmentOf = (database: string, port = 0): Environment => ({
    ...process.env,
    ...portalEnvironment({
      databaseUrl: server.appUrl(database),
      databaseOwnerUrl: server.ownerUrl(database),
      emulatorUrl: emulator.url,
      smtpUrl: "smtp://127.0.0.1:9",
      portalUrl: `http://localhost:${port}`,
      secrets: keptSecrets(dataDir),
    }),
    NODE_ENV: "production",
    NEXT_DIST_DIR: TEST_DIST_DIR,
    LOG_LEVEL: "warn",
    WORKER: "off",
    LIMITS_FACTOR: "9999",
  });
  let browser: Promise<Browser> | undefined;
  return {
    smoke,
    server,
    emulatorUrl: emulator.url,
    environmentOf,
    portfolio: (customers) => preparePortfolio(server, customers, environmentOf),
    browser: () => {
      browser ??= openBrowser(lifetime);
      return browser;
    },
  };
}
