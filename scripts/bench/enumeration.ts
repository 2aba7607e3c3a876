import { randomUUID } from "node:crypto";
import postgres from "postgres";
import type { Bench } from "./bench";
import { type Figure, figure } from "./figures";
import { openSite } from "./sites";
import { SMALL } from "./world";

/** Goal: the mean time differs by less than a tenth. */
const GOAL = { atMost: 1.1 };
const TRIES = { full: 60, smoke: 3 };
const KNOWN = "admin@demo.test";

export const enumeration: Bench = {
  name: "enumeration",
  about: "Whether the time of an answer tells who is in the team",
  run: async (world, lifetime) => {
    const portfolio = await world.portfolio(SMALL);
    const { url: portalUrl } = await openSite(world, { portfolio, worker: "on" }, lifetime);
    const databaseUrl = world.server.appUrl(portfolio.database);
    const tries = TRIES[world.smoke ? "smoke" : "full"];
    return [await measureEnumeration({ portalUrl, databaseUrl, tries })];
  },
};

/**
 * Whether the time of an answer tells who is in the team: a sign-in link is asked for so many times for an
 * address that belongs to somebody and as often for one that does not, taking turns, by the form as a
 * browser without JavaScript posts it. Means in milliseconds. The answers must be the same to the byte
 * but for the address. Tries are forgotten in between, so that no limit is reached.
 *
 * @throws Error when an answer differs.
 */
async function measureEnumeration(parts: {
  portalUrl: string;
  databaseUrl: string;
  tries: number;
}): Promise<Figure> {
  const { portalUrl, databaseUrl, tries } = parts;
  const database = postgres(databaseUrl, { max: 1 });
  const page = await fetch(`${portalUrl}/sign-in`);
  const fields = hiddenFields(await page.text());
  const sums = { known: 0, unknown: 0 };
  let said: string | undefined;
  try {
    for (let round = 0; round < tries; round++) {
      // Each time as if it were the first: five open links end the mailing.
      await database`delete from verification_tokens where identifier = ${KNOWN}`;
      await database`delete from rate_limits where key like 'sign-in.ask:%'`;
      const order =
        round % 2 === 0 ? (["known", "unknown"] as const) : (["unknown", "known"] as const);
      for (const kind of order) {
        const email = kind === "known" ? KNOWN : `${randomUUID().slice(0, 5)}@demo.test`;
        const asked = performance.now();
        const answer = await ask(portalUrl, fields, email);
        sums[kind] += performance.now() - asked;
        said ??= answer;
        if (answer !== said) throw new Error(`The answer for ${kind} addresses differs`);
      }
    }
  } finally {
    await database.end();
  }
  const [low, high] = [sums.known, sums.unknown].toSorted((a, b) => a - b);
  return figure({
    name: "sign-in link for a known address, and for an unknown one",
    unit: "ms",
    base: (low ?? 0) / tries,
    measured: (high ?? 0) / tries,
    goal: GOAL,
  });
}

/** @returns status and what a person reads, with the address taken out. */
async function ask(portalUrl: string, fields: [string, string][], email: string): Promise<string> {
  const form = new FormData();
  for (const [name, value] of fields) form.set(name, value);
  form.set("email", email);
  const answer = await fetch(`${portalUrl}/sign-in`, {
    method: "POST",
    body: form,
    headers: { origin: new URL(portalUrl).origin },
  });
  const [, main = ""] = /<main[^>]*>(.*?)<\/main>/s.exec(await answer.text()) ?? [];
  const text = main.replaceAll(/<[^>]+>/g, " ").replaceAll(/\S+@demo\.test/g, "ADDRESS");
  if (!text.includes("ADDRESS")) throw new Error("The page does not answer");
  return `${answer.status} ${text}`;
}

/** What React needs to find the action where there is no script. */
function hiddenFields(html: string): [string, string][] {
  return [...html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)].map(
    ([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")],
  );
}
