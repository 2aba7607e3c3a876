import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildPortal, TEST_DIST_DIR } from "@/scripts/stack/build";
import { startEmulator } from "@/scripts/stack/emulator";
import { keptSecrets, portalEnvironment } from "@/scripts/stack/environment";
import { createLifetime } from "@/scripts/stack/lifetime";
import { type Postgres, startPostgres } from "@/scripts/stack/postgres";
import type { Environment } from "@/scripts/stack/process";
import { complain, say } from "@/scripts/stack/say";
import { benchEnumeration } from "./enumeration";
import { asTable, writeResults } from "./figures";
import { benchFlood } from "./flood";
import { measureGrowth } from "./growth";
import { benchLive } from "./live";
import { type Portfolio, preparePortfolio } from "./portfolios";
import { openBrowser, openSite } from "./sites";

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

type Wanted = { customers: number; base: number; rounds: number };

const lifetime = createLifetime();
try {
  if (values.help || !customers || !base || !rounds) complain(HELP);
  else await bench({ customers, base, rounds });
} finally {
  await lifetime.end();
}

async function bench({ customers, base, rounds }: Wanted): Promise<void> {
  await buildPortal({ distDir: TEST_DIST_DIR, log: say });
  const dataDir = path.join(process.env.DATA_DIR || ".data", "bench");
  const server = await lifetime.start(() => startPostgres({ dataDir }));
  const emulator = await lifetime.start(() => startEmulator({ port: 0, dataDir }));
  const browser = await openBrowser(lifetime);
  const environmentOf = (database: string, port = 0) =>
    environmentFor({ server, database, dataDir, emulatorUrl: emulator.url, port });
  const open = ({ customers, database }: Portfolio, worker: "on" | "off") => {
    const environmentAt = (port: number) => ({ ...environmentOf(database, port), WORKER: worker });
    return openSite({ customers, environmentAt, browser }, lifetime);
  };

  const few = await preparePortfolio(server, base, environmentOf);
  const many = await preparePortfolio(server, customers, environmentOf);
  const growth = await measureGrowth(await open(few, "off"), await open(many, "off"), rounds);
  say(`\n${customers.toLocaleString("en")} customers against ${base.toLocaleString("en")}:`);
  say(asTable(growth));

  const { url: portalUrl, page } = await open(few, "on");
  const databaseUrl = server.appUrl(few.database);
  const live = await benchLive({ portalUrl, databaseUrl, emulatorUrl: emulator.url, page });
  say("\nFrom a webhook to an open page, against any message from the database to a page:");
  say(asTable(live));

  const told = await benchEnumeration({ portalUrl, databaseUrl });
  say("\nWhether the time of an answer tells who is in the team:");
  say(asTable([told]));

  const flood = await benchFlood({ portalUrl, emulatorUrl: emulator.url });
  say("\nA genuine webhook among bad ones, against one alone:");
  say(asTable([flood]));

  const seeded = [few, many].map(({ customers, seededInS }) => ({ customers, seededInS }));
  const about = { rounds, seeded, node: process.version, cores: os.cpus().length };
  say(`\nWritten to ${writeResults([...growth, ...live, told, flood], about)}`);
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
    LOG_LEVEL: "warn",
  };
}
