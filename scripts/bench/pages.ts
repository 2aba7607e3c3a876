import { seededId } from "@/scripts/seed/bulk";
import { startBare } from "./bare";
import type { Bench } from "./bench";
import { figure } from "./figures";
import { compareRates, type Target } from "./load";
import { openSite } from "./sites";

/** Goal: of what a bare page of the same rows answers in a second. */
const GOAL = { atLeast: 0.7 };
const CUSTOMERS = { full: 100_000, smoke: 2_000 };

export const pages: Bench = {
  name: "pages",
  about: "List and detail page, against a bare page with one query of the same rows",
  run: async (world, lifetime) => {
    const portfolio = await world.portfolio(CUSTOMERS[world.smoke ? "smoke" : "full"]);
    const databaseUrl = world.server.appUrl(portfolio.database);
    const bare = await lifetime.start(() => startBare({ databaseUrl }));
    const site = await openSite(world, { portfolio }, lifetime);
    const headers = { cookie: site.cookie };

    const ids = Array.from({ length: 40 }, (_, n) => seededId(1 + n * 24));
    const comparisons = [
      {
        name: "List page",
        base: { paths: ["/list"], marker: /href="\/detail\/(cus_\w+)"/g },
        measured: { paths: ["/customers"], marker: /href="\/[a-z]+\/(cus_\w+)/g, headers },
        rows: 50,
      },
      {
        name: "Detail page",
        base: { paths: ids.map((id) => `/detail/${id}`), marker: /<h1>([^<]+)<\/h1>/g },
        measured: {
          paths: ids.map((id) => `/customers/${id}`),
          marker: /<h1[^>]*>([^<]+)<\/h1>/g,
          headers,
        },
        rows: 1,
      },
    ];
    const figures = [];
    for (const { name, base, measured, rows } of comparisons) {
      const sides = { base: { url: bare.url, ...base }, measured: { url: site.url, ...measured } };
      await expectSameRows(sides.base, sides.measured, rows);
      const rates = await compareRates(sides, { smoke: world.smoke });
      figures.push(figure({ name, unit: "/s", ...rates, goal: GOAL }));
    }
    return figures;
  },
};

type Page = Target & { marker: RegExp };

/** What is timed must be the same rows on both sides. */
async function expectSameRows(base: Page, measured: Page, rows: number): Promise<void> {
  const [one, other] = await Promise.all([base, measured].map(readRows));
  if (one?.length !== rows || one.join() !== other?.join()) {
    throw new Error(`${measured.paths[0]} shows ${other}, and the bare page ${one}`);
  }
}

async function readRows({ url, paths, headers, marker }: Page): Promise<string[]> {
  const answer = await fetch(`${url}${paths[0]}`, { headers: headers ?? {} });
  const html = await answer.text();
  return [...new Set([...html.matchAll(marker)].map(([, found = ""]) => found))];
}
