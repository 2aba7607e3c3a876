import { runScript } from "@/scripts/stack/process";
import { startBare } from "./bare";
import type { Bench } from "./bench";
import { figure } from "./figures";
import { CONNECTIONS, compareRates, type Target } from "./load";
import { openSite, type Site } from "./sites";
import { SMALL, type World } from "./world";

/** Goal: of what a bare action with one update answers in a second. */
const GOAL = { atLeast: 0.7 };

export const save: Bench = {
  name: "save",
  about: "Continue in a step of the wizard, against a bare action with one update",
  run: async (world, lifetime) => {
    const portfolio = await world.portfolio(SMALL);
    const databaseUrl = world.server.appUrl(portfolio.database);
    const bare = await lifetime.start(() => startBare({ databaseUrl }));
    const site = await openSite(world, { portfolio }, lifetime);
    const drafts = await makeDrafts(world, site, portfolio.database);

    const measured = await continueIn(site, drafts);
    const base = await saveIn(bare.url, drafts);
    const rates = await compareRates({ base, measured }, { smoke: world.smoke });
    return [figure({ name: "Save a step", unit: "/s", ...rates, goal: GOAL })];
  },
};

/** One for each connection, so that no save waits for another one of the same draft. */
async function makeDrafts(world: World, { url }: Site, database: string): Promise<string[]> {
  const env = { ...world.environmentOf(database), AUTH_URL: url };
  const args = ["--status", "READY", "--count", String(CONNECTIONS)];
  const made = await runScript("scripts/testing/programs/customer.ts", args, env);
  return made.split("\n").map((line) => (JSON.parse(line) as { id: string }).id);
}

/** As a browser without JavaScript posts the form: every post with another website, and later than the one before. */
async function continueIn({ url, cookie }: Site, drafts: string[]): Promise<Target> {
  const paths = drafts.map((id) => `/onboardings/${id}/company`);
  const forms = await Promise.all(paths.map((path) => readForm(`${url}${path}`, { cookie })));
  const post = (n: number): Record<string, string> => ({
    intent: "continue",
    seq: String(n + 1),
    website: websiteOf(n),
  });
  return { url, paths, ...posting(forms, post), headers: { cookie, origin: url } };
}

async function saveIn(url: string, drafts: string[]): Promise<Target> {
  const form = await readForm(`${url}/save`, {});
  const post = (n: number) => ({
    id: drafts[n % drafts.length] ?? "",
    website: websiteOf(n),
  });
  return { url, paths: ["/save"], ...posting([form], post), headers: { origin: url } };
}

function websiteOf(n: number): string {
  return `https://example.com/${n}`;
}

/** Where a page without JavaScript leads after what was posted was kept. */
const SEE_OTHER = 303;

type Fields = [name: string, value: string][];

function posting(forms: Fields[], post: (n: number) => Record<string, string>) {
  const boundary = "bench-form-boundary";
  const type = `multipart/form-data; boundary=${boundary}`;
  const body = (n: number) => {
    const changed = post(n);
    const kept = (forms[n % forms.length] ?? []).filter(([name]) => !(name in changed));
    const parts = [...kept, ...Object.entries(changed)].map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    return { type, content: `${parts.join("")}--${boundary}--\r\n` };
  };
  return { method: "POST" as const, body, status: SEE_OTHER };
}

/** The fields of a page's form that has an action, as they are filled in. */
async function readForm(url: string, headers: Record<string, string>): Promise<Fields> {
  const html = await (await fetch(url, { headers })).text();
  const forms = [...html.matchAll(/<form\b.*?<\/form>/gs)].map(([form]) => form);
  const form = forms.find((one) => one.includes('name="website"')) ?? "";
  const fields: Fields = [];
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const given = Object.fromEntries(
      [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
    );
    const isLeftOut = /checkbox|radio/.test(given.type ?? "") && !/\schecked\b/.test(tag);
    if (given.name && !isLeftOut) fields.push([given.name, unescaped(given.value ?? "")]);
  }
  for (const [, name = "", options = ""] of form.matchAll(
    /<select\b[^>]*\bname="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  )) {
    const [, chosen = ""] =
      /<option\b(?=[^>]*\sselected\b)[^>]*\bvalue="([^"]*)"/.exec(options) ?? [];
    fields.push([name, chosen]);
  }
  if (fields.length === 0) throw new Error(`${url} has no form`);
  return fields;
}

function unescaped(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
