import lighthouse, { type Result } from "lighthouse";
import { inColumns, median } from "@/scripts/bench/figures";
import { openBrowser, type Site } from "@/scripts/bench/sites";
import type { Lifetime } from "@/scripts/stack/lifetime";
import { freePort } from "@/scripts/stack/ports";
import { say } from "@/scripts/stack/say";
import type { AuditedPage } from "./pages";

/** Where `CI` is set other work of the machine would decide it; little is enough to tell it. */
export const judgesSpeed = !process.env.CI;

const GOAL = 98;
const ROUNDS = judgesSpeed ? 3 : 1;

const categories = {
  performance: "Performance",
  accessibility: "Accessibility",
  "best-practices": "Best practices",
  seo: "SEO",
};

/** A private portal asks not to be indexed: that this costs points says nothing about the page. */
const skipAudits = ["is-crawlable"];

/** A goal that is missed. */
export type Shortcoming = {
  text: string;
  /** It may be what else the machine does. */
  isSpeed: boolean;
};

/** Prints the scores of pages. @returns what is missed. */
export async function audit(
  { url, cookie }: Site,
  pages: AuditedPage[],
  lifetime: Lifetime,
): Promise<Shortcoming[]> {
  const port = await freePort();
  await openBrowser(lifetime, [`--remote-debugging-port=${port}`]);
  const audited = [];
  for (const page of pages) {
    const extraHeaders = page.signedIn ? { cookie } : {};
    audited.push({ page, results: await examine(`${url}${page.path}`, { port, extraHeaders }) });
  }
  say(asTable(audited));
  say(`Not asked: ${skipAudits.join(", ")}, because every page of this private portal is noindex.`);
  return audited.flatMap(shortcomings);
}

type Audited = { page: AuditedPage; results: Result[] };

async function examine(
  url: string,
  browser: { port: number; extraHeaders: Record<string, string> },
): Promise<Result[]> {
  const results: Result[] = [];
  while (results.length < ROUNDS) {
    const ran = await lighthouse(url, {
      ...browser,
      logLevel: "error",
      onlyCategories: Object.keys(categories),
      skipAudits,
    });
    const problem = ran ? ran.lhr.runtimeError?.message : "no answer";
    if (!ran || problem) throw new Error(`Lighthouse, on ${url}: ${problem}`);
    results.push(ran.lhr);
  }
  return results;
}

function scoreOf(results: Result[], category: string): number {
  return median(
    results.map((result) => Math.round((result.categories[category]?.score ?? 0) * 100)),
  );
}

function asTable(audited: Audited[]): string {
  const metric = (results: Result[], id: string) =>
    median(results.map(({ audits }) => audits[id]?.numericValue ?? Number.NaN));
  return inColumns([
    ["", ...Object.values(categories), "LCP", "CLS", "TBT", "KB"],
    ...audited.map(({ page, results }) => [
      page.name,
      ...Object.keys(categories).map((category) => String(scoreOf(results, category))),
      `${(metric(results, "largest-contentful-paint") / 1_000).toFixed(2)} s`,
      metric(results, "cumulative-layout-shift").toFixed(3),
      `${metric(results, "total-blocking-time").toFixed(0)} ms`,
      (metric(results, "total-byte-weight") / 1_000).toFixed(0),
    ]),
  ]);
}

/** Each score below the goal, with what cost it points in one of the rounds. */
function shortcomings({ page, results }: Audited): Shortcoming[] {
  return Object.entries(categories).flatMap(([id, name]) => {
    const score = scoreOf(results, id);
    if (score >= GOAL) return [];
    const costly = results.flatMap((result) => costlyAudits(result, id));
    const text = `${page.name}: ${name} ${score}, not ${GOAL}. ${[...new Set(costly)].join("; ")}`;
    return [{ isSpeed: id === "performance", text }];
  });
}

function costlyAudits({ categories: judged, audits }: Result, category: string): string[] {
  return (judged[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
    .map(({ id }) => `${audits[id]?.title} ${audits[id]?.displayValue ?? ""}`.trim());
}
