import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildPortal, TEST_DIST_DIR } from "@/scripts/stack/build";
import { startEmulator } from "@/scripts/stack/emulator";
import { keptSecrets, portalEnvironment } from "@/scripts/stack/environment";
import { createLifetime } from "@/scripts/stack/lifetime";
import { freePort } from "@/scripts/stack/ports";
import { type Postgres, startPostgres } from "@/scripts/stack/postgres";
import type { Environment } from "@/scripts/stack/process";
import { complain, say } from "@/scripts/stack/say";
import { asTable, type Figure, writeResults } from "./figures";
import { measureGrowth } from "./growth";
import { type Portfolio, preparePortfolio } from "./portfolios";
import { openBrowser, openSite, type Site } from "./sites";

const HELP = `Usage: npm run bench -- [--customers N] [--base N] [--rounds N]
  compares a portfolio of N customers (1,000,000) with one of ${1_000} (--base), medians of 41 rounds;
  what was seeded stays in DATA_DIR/bench for the next run`;

const { values } = parseArgs({
  options: {
    customers: { type: "string", default: "1000000" },
    base: { type: "string", default: "1000" },
    rounds: { type: "string", default: "41" },
    help: { type: "boolean" },
  },
});
const [customers, base, rounds] = [values.customers, values.base, values.rounds].map(Number);

const lifetime = createLifetime();
try {
  if (values.help || !customers || !base || !rounds) complain(HELP);
  else await bench({ customers, base, rounds });
} finally {
  await lifetime.end();
}

async function bench(wanted: { customers: number; base: number; rounds: number }): Promise<void> {
  await buildPortal({ distDir: TEST_DIST_DIR, log: say });
  const dataDir = path.join(process.env.DATA_DIR || ".data", "bench");
  const server = await lifetime.start(() => startPostgres({ dataDir }));
  const emulator = await lifetime.start(() => startEmulator({ port: 0, dataDir }));
  const browser = await openBrowser(lifetime);

  const sites: Site[] = [];
  const portfolios: Portfolio[] = [];
  for (const size of [wanted.base, wanted.customers]) {
    const port = await freePort();
    const environmentOf = (database: string) =>
      environmentFor({ server, database, dataDir, emulatorUrl: emulator.url, port });
    const portfolio = await preparePortfolio(server, size, environmentOf);
    if (portfolio.seededInS) say(`… in ${portfolio.seededInS.toFixed(0)} s`);
    portfolios.push(portfolio);
    const environment = environmentOf(portfolio.database);
    sites.push(await openSite({ customers: size, port, environment, browser }, lifetime));
  }
  const [small, large] = sites;
  if (!small || !large) throw new Error("Two portals are compared");

  const figures: Figure[] = await measureGrowth(small, large, wanted.rounds);
  say(
    `\n${wanted.customers.toLocaleString("en")} customers against ${wanted.base.toLocaleString("en")}:`,
  );
  say(asTable(figures));
  const about = { ...wanted, portfolios, node: process.version, cores: os.cpus().length };
  say(`\nWritten to ${writeResults(figures, about)}`);
}

function environmentFor(parts: {
  server: Postgres;
  database: string;
  dataDir: string;
  emulatorUrl: string;
  port: number;
}): Environment {
  const { server, database, dataDir, emulatorUrl, port } = parts;
  return {
    ...process.env,
    ...portalEnvironment({
      databaseUrl: server.appUrl(database),
      databaseOwnerUrl: server.ownerUrl(database),
      emulatorUrl,
      smtpUrl: "smtp://127.0.0.1:9",
      portalUrl: `http://localhost:${port}`,
      secrets: keptSecrets(dataDir),
    }),
    NODE_ENV: "production",
    NEXT_DIST_DIR: TEST_DIST_DIR,
    WORKER: "off",
    LOG_LEVEL: "warn",
  };
}
