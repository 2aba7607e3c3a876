import { parseArgs } from "node:util";
import { openWorld } from "@/scripts/bench/world";
import { buildPortal, TEST_DIST_DIR } from "@/scripts/stack/build";
import { createLifetime } from "@/scripts/stack/lifetime";
import { complain, say } from "@/scripts/stack/say";
import { audit } from "./audit";

const HELP = `Usage: npm run audit:ui
  Lighthouse's four scores of five pages, on a phone, medians of three;
  what was seeded stays in DATA_DIR/bench, for the next run and for npm run bench`;

const { values } = parseArgs({ options: { help: { type: "boolean" } } });

const lifetime = createLifetime();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => void lifetime.end().then(() => process.exit(130)));
}

if (values.help) say(HELP);
else {
  try {
    await buildPortal({ distDir: TEST_DIST_DIR, log: say });
    const missed = await audit(await openWorld({ smoke: false }, lifetime), lifetime);
    for (const line of missed) complain(`MISSED ${line}`);
    say(missed.length === 0 ? "Every goal is met." : `Goals missed: ${missed.length}`);
    process.exitCode = missed.length === 0 ? 0 : 1;
  } finally {
    await lifetime.end();
  }
}
