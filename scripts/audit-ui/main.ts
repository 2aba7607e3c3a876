import { parseArgs } from "node:util";
import { openSite } from "@/scripts/bench/sites";
import { openWorld } from "@/scripts/bench/world";
import { buildPortal, TEST_DIST_DIR } from "@/scripts/stack/build";
import { createLifetime } from "@/scripts/stack/lifetime";
import { complain, say } from "@/scripts/stack/say";
import { audit, judgesSpeed, type Shortcoming } from "./audit";
import { auditedPages, makeCustomers } from "./pages";
import { vitals } from "./vitals";
import { walksOf } from "./walks";

const HELP = `Usage: npm run audit:ui
  Lighthouse's four scores of five pages, on a phone, medians of three; how soon interactions are
  answered (INP) and pages shown (LCP), and how still they stand (CLS), webhooks or not;
  where CI is set, speed is measured once and not judged: other work of the machine would decide it;
  what was seeded stays in DATA_DIR/bench, for the next run and for npm run bench`;
const CUSTOMERS = 100_000;

const { values } = parseArgs({ options: { help: { type: "boolean" } } });

const lifetime = createLifetime();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => void lifetime.end().then(() => process.exit(130)));
}

if (values.help) say(HELP);
else {
  try {
    await buildPortal({ distDir: TEST_DIST_DIR, log: say });
    process.exitCode = report(await measure());
  } finally {
    await lifetime.end();
  }
}

async function measure(): Promise<Shortcoming[]> {
  const world = await openWorld({ smoke: false }, lifetime);
  const portfolio = await world.portfolio(CUSTOMERS);
  const site = await openSite(world, { portfolio }, lifetime);
  const made = await makeCustomers(site, world.environmentOf(portfolio.database));
  const pages = auditedPages(site, made);
  const scored = await audit(site, pages, lifetime);
  return [...scored, ...(await vitals(world, { site, pages, walks: walksOf(made) }, lifetime))];
}

/** @returns the exit status. */
function report(shortcomings: Shortcoming[]): number {
  const isTold = ({ isSpeed }: Shortcoming) => isSpeed && !judgesSpeed;
  if (!judgesSpeed) say("Speed (Performance, INP, LCP) is told and not judged: CI is set.");
  for (const { text } of shortcomings.filter(isTold)) say(`Not judged: ${text}`);
  const missed = shortcomings.filter((shortcoming) => !isTold(shortcoming));
  for (const { text } of missed) complain(`MISSED ${text}`);
  say(missed.length === 0 ? "Every goal is met." : `Goals missed: ${missed.length}`);
  return missed.length === 0 ? 0 : 1;
}
