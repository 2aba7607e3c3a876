import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import type { APIRequestContext } from "@playwright/test";
import { root } from "@/scripts/stack/process";
import { createSearch, type Needle } from "@/scripts/testing/leaks";
import { inDatabase } from "./database";
import { emulator, expect, mailbox, stack, test } from "./fixtures";
import { enterHandover, handOver, secretsAtPlaid } from "./keys";

/*
 * After everything else: whatever the run left behind is searched for every secret that Plaid gave in
 * it, for one that was typed in here, and for the tokens and codes of its mails. A leak is named by
 * where it lies.
 */

const PASTED = "pl4nted0for0the0leak0search000";

type Leaks = string[];
type Search = (text: string) => string[];

test("nothing that a run leaves behind holds a secret, a token or a code", async ({
  page,
  browser,
  signIn,
  makeCustomer,
}) => {
  test.setTimeout(300_000);
  const { id, clientId, companyName } = await makeCustomer({ status: "ACTIVE" });
  await signIn("admin");

  await test.step("a secret is revealed, one is pasted, and both go by a link", async () => {
    await page.goto(`/customers/${id}/keys`);
    const card = page.getByRole("region", { name: "Production secret" });
    await card.getByRole("button", { name: "Reveal once" }).click();
    await page.getByRole("checkbox", { name: "I have stored it" }).check();
    await page.getByRole("button", { name: "Done" }).click();
    await card.getByText("Paste a secret").click();
    await card.getByLabel("Production secret").fill(PASTED);
    await card.getByRole("button", { name: "Store the secret" }).click();
    await expect(card.getByText(/^Pasted/)).toBeVisible();
    const email = `leaks-${id}@customer.test`;
    const link = await handOver(page, email);
    const context = await browser.newContext({ baseURL: stack().portalUrl });
    const device = await context.newPage();
    await enterHandover(device, link, email);
    await device.getByRole("button", { name: "Reveal once" }).click();
    await expect(device.getByLabel(`Production secret for ${companyName}`)).toHaveText(PASTED);
    await context.close();
  });

  const secrets = await everySecret();
  expect(secrets.map(({ value }) => value)).toContain((await secretsAtPlaid(clientId)).production);
  const links = (await mailbox.messages()).flatMap(({ text }) => tokensIn(text));
  expect(links.length).toBeGreaterThan(0);
  const forSecrets = createSearch(secrets);
  const forEither = createSearch([...secrets, ...links]);
  const codes = (await mailbox.messages()).flatMap(({ subject }) => codeIn(subject));

  const leaks: Leaks = [
    ...(await pageLeaks(page.request, id, companyName, forSecrets)),
    ...(await mailLeaks(forSecrets)),
    ...(await databaseLeaks(forEither)),
    ...fileLeaks(forEither),
    ...codeLeaks(codes),
  ];
  expect(leaks).toEqual([]);
});

test("the log of a run is events on a line each, and names nobody", async ({ request }) => {
  const naughty = "a%0d%0a%7b%22level%22%3a30%7d%1b%5b31m";
  const headers = { origin: "https://evil.example", "user-agent": "\u009b2J\u0085 agent" };
  await request.post(`/customers/${naughty}?q=${naughty}`, { headers, failOnStatusCode: false });
  await request.get(`/api/auth/callback/email?token=${naughty}`, { maxRedirects: 0 });

  const log = readFileSync(stack().logFile, "utf8");
  const [, events = ""] = log.split(/The portal listens on .*\n/);
  const lines = events.split("\n").filter((line) => line !== "");
  expect(lines.length).toBeGreaterThan(0);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
  const odd = lines.filter((line) => !isEvent(line) || /[\u0000-\u001f\u007f-\u009f]/.test(line));
  expect(odd).toEqual([]);

  const people = await inDatabase(
    (sql) => sql<{ of: string }[]>`
      select email as of from users union select email from invitations
      union select name from invitations where length(name) > 8
      union select email from handovers union select recipient from mails`,
  );
  expect(people.length).toBeGreaterThanOrEqual(3);
  expect(people.filter(({ of }) => events.includes(of))).toEqual([]);
});

function isEvent(line: string): boolean {
  try {
    return typeof JSON.parse(line).level === "number";
  } catch {
    return false;
  }
}

/** Of every customer that Plaid knows by now. */
async function everySecret(): Promise<Needle[]> {
  const { customers } = await emulator.state<{ customers: { client_id: string }[] }>();
  const known = await Promise.all(
    customers.map(async ({ client_id }) => {
      const { sandbox, production } = await secretsAtPlaid(client_id);
      return [
        { name: `the Sandbox secret of ${client_id}`, value: sandbox },
        { name: `the Production secret of ${client_id}`, value: production },
      ];
    }),
  );
  return [{ name: "the pasted secret", value: PASTED }, ...known.flat()];
}

function tokensIn(text: string): Needle[] {
  const tokens = text.matchAll(/(?:\/(apply|handover)\/|[?&](token)=)([\w-]{43})/g);
  return [...tokens].map(([, page, query, value = ""]) => ({
    name: `the token of a link (${page ?? query})`,
    value,
  }));
}

function codeIn(subject: string): string[] {
  const code = /^(\d{6}) /.exec(subject)?.[1];
  return code ? [code] : [];
}

function named(where: string, found: string[]): Leaks {
  return found.map((what) => `${where} holds ${what}`);
}

async function pageLeaks(request: APIRequestContext, id: string, name: string, search: Search) {
  const tabs = ["", "/banks", "/details", "/keys", "/activity"].map(
    (tab) => `/customers/${id}${tab}`,
  );
  const query = `q=${encodeURIComponent(name)}`;
  const paths = ["/", `/customers?${query}`, `/customers/export?${query}`, "/review", ...tabs];
  const leaks: Leaks = [];
  for (const address of paths) {
    for (const headers of [{}, { rsc: "1" }] as Record<string, string>[]) {
      const answer = await request.get(address, { headers, failOnStatusCode: false });
      const form = headers.rsc ? "data for the page" : "page";
      leaks.push(...named(`the ${form} ${address}`, search(await answer.text())));
    }
  }
  return leaks;
}

async function mailLeaks(search: Search): Promise<Leaks> {
  return (await mailbox.messages()).flatMap(({ subject, text, html }) =>
    named(`the mail “${subject}”`, search(`${subject}\n${text}\n${html}`)),
  );
}

/** Whole rows as text: every column, sealed and other bytes in hexadecimal. */
async function databaseLeaks(search: Search): Promise<Leaks> {
  return await inDatabase(async (sql) => {
    const tables = await sql<{ name: string }[]>`
      select table_name as name from information_schema.tables
      where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`;
    expect(tables.map(({ name }) => name)).toContain("audit_entries");
    const leaks = new Set<string>();
    for (const { name } of tables) {
      const rows = sql<{ row: string }[]>`select t::text as row from ${sql(name)} t`.cursor(200);
      for await (const some of rows) {
        for (const { row } of some) {
          for (const leak of named(`the table ${name}`, search(row))) leaks.add(leak);
        }
      }
    }
    return [...leaks];
  });
}

/**
 * Logs, and whatever the portal wrote into its build. What failed tests leave behind shows pages as they
 * were, also those that a secret was rightly on.
 */
function fileLeaks(search: Search): Leaks {
  const { startedAt, folder, environment } = stack();
  const built = path.join(root, String(environment.NEXT_DIST_DIR));
  const files = [
    ...filesIn(path.join(root, "test-results")).filter((file) => /\.(log|json)$/.test(file)),
    ...filesIn(folder).filter((file) => file.endsWith(".log")),
    ...filesIn(built),
  ].filter((file) => statSync(file).mtimeMs >= startedAt);
  expect(files).toContain(stack().logFile);
  return files.flatMap((file) =>
    named(path.relative(root, file), search(readFileSync(file, "latin1"))),
  );
}

/** Six digits stand in many places by chance: only whole numbers in the log count. */
function codeLeaks(codes: string[]): Leaks {
  const log = readFileSync(stack().logFile, "latin1");
  return codes
    .filter((code) => new RegExp(`(?<![\\w.-])${code}(?![\\w.-])`).test(log))
    .map(() => "the log of the portal holds a mailed code");
}

function filesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((file) => path.join(directory, file))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
}
