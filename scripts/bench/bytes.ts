import { setTimeout as pause } from "node:timers/promises";
import { brotliCompressSync, constants } from "node:zlib";
import type { BrowserContext, Response } from "@playwright/test";
import { runScript } from "@/scripts/stack/process";
import { startBare } from "./bare";
import type { Bench } from "./bench";
import { type Figure, figure, type Goal } from "./figures";
import { openSite, type Site } from "./sites";
import { SMALL, type World } from "./world";

const PAGE_GOAL = { atMost: 1.35 };
const WIZARD_GOAL = { atMost: 1.6 };
const STEPS = ["company", "contacts", "products", "support", "logo", "redirect-uris"];
/** Nothing more is loaded once nothing was for so long. */
const QUIET_MS = 1_000;

export const bytes: Bench = {
  name: "bytes",
  about: "What a browser loads for a first view, against a bare page of the same kind",
  run: async (world, lifetime) => {
    const portfolio = await world.portfolio(SMALL);
    const databaseUrl = world.server.appUrl(portfolio.database);
    const bare = await lifetime.start(() => startBare({ databaseUrl }));
    const site = await openSite(world, { portfolio }, lifetime);
    const { customer, draft } = await makeCustomers(world, site, portfolio.database);
    const context = site.page.context();
    const compare = async (name: string, path: string, barePath: string, goal: Goal) => {
      const base = await weigh(context, `${bare.url}${barePath}`);
      const measured = await weigh(context, `${site.url}${path}`);
      return figure({ name, unit: "KB", base, measured, goal });
    };
    const figures: Figure[] = [
      await compare("List", "/customers", "/list", PAGE_GOAL),
      await compare("Detail", `/customers/${customer}`, `/detail/${customer}`, PAGE_GOAL),
    ];
    for (const step of STEPS) {
      const path = `/onboardings/${draft}/${step}`;
      figures.push(await compare(`Wizard, ${step}`, path, "/save", WIZARD_GOAL));
    }
    return figures;
  },
};

/** Ids of a live customer and of a complete draft. */
async function makeCustomers(world: World, { url }: Site, database: string) {
  const env = { ...world.environmentOf(database), AUTH_URL: url };
  const make = async (status: string) =>
    JSON.parse(await runScript("scripts/testing/programs/customer.ts", ["--status", status], env))
      .id;
  return { customer: await make("ACTIVE"), draft: await make("READY") };
}

/**
 * Kilobytes of everything a page loads, as if nothing of it had been loaded before: bodies alone, and
 * both sides' compressed alike, so that neither's server is what is compared.
 */
async function weigh(context: BrowserContext, url: string): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const sizes: Promise<number>[] = [];
  let lastAt = performance.now();
  page.on("response", (response) => {
    lastAt = performance.now();
    sizes.push(sizeOf(response));
  });
  const answer = await page.goto(url, { waitUntil: "load" });
  if (answer?.status() !== 200) throw new Error(`${url} answered ${answer?.status()}`);
  while (performance.now() - lastAt < QUIET_MS) await pause(50);
  const bytes = await Promise.all(sizes);
  await page.close();
  return bytes.reduce((sum, one) => sum + one, 0) / 1_000;
}

/** Files of the build at the highest level, as they are compressed once; pages as they are on the way. */
async function sizeOf(response: Response): Promise<number> {
  const type = response.headers()["content-type"] ?? "";
  if (type.startsWith("text/event-stream") || !response.ok()) return 0;
  const body = await response.body();
  if (!/^(text|application)\//.test(type) && !type.includes("svg")) return body.length;
  const quality = response.url().includes("/_next/static/") ? 11 : 6;
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
}
