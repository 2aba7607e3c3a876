import type { BrowserContext, Page } from "@playwright/test";
import { say } from "@/scripts/stack/say";
import { inDatabase } from "./database";
import { expect, stack, test } from "./fixtures";
import { askForChanges, chooseLanguage, enter, makeInvitation } from "./invitations";
import { enterHandover, makeHandover } from "./keys";
import { problemsOf } from "./sweep/checks";
import { knownTexts } from "./sweep/known";
import { untranslated } from "./sweep/untranslated";

const SECTIONS = ["company", "contacts", "support", "products", "logo", "redirect-uris"];
const WORDS = "An other one";

/** A page in some state, and how it is brought there once it is open. */
type State = [path: string, prepare?: (page: Page) => Promise<void>];

const press = (page: Page) => page.locator("main form button[type=submit]").first().click();
const refusal = (page: Page) => page.locator("main [role=alert]").first().waitFor();

async function askForCode(page: Page): Promise<void> {
  await press(page);
  await page.locator("[name=code]").waitFor();
}

async function giveNoCode(page: Page): Promise<void> {
  await askForCode(page);
  await press(page);
  await refusal(page);
}

async function sendNothing(page: Page): Promise<void> {
  await page.locator("main form button[type=submit]").last().click();
  await refusal(page);
}

async function emptyAndContinue(page: Page): Promise<void> {
  const typed = "main form input:is(:not([type]), [type=email], [type=url], [type=tel]):visible";
  for (const field of await page.locator(typed).all()) await field.fill("");
  await page.locator("[name=intent][value=continue]").click();
  await refusal(page);
}

async function showSecrets(page: Page): Promise<void> {
  await press(page);
  const spells = page.locator("main [aria-expanded=false]");
  await spells.first().waitFor();
  while ((await spells.count()) > 0) await spells.first().click();
}

/** Every state in which an invited person meets the portal, before and behind the code. */
function statesOf(links: Record<"fresh" | "ended" | "open" | "changes" | "submitted", string>) {
  const { fresh, ended, open, changes, submitted } = links;
  const outside: State[] = [
    ["/apply/nothing"],
    ["/handover/nothing"],
    ["/apply/nothing/nowhere"],
    [ended],
    [fresh],
    [fresh, askForCode],
    [fresh, giveNoCode],
  ];
  const inside: State[] = [
    [open],
    ...SECTIONS.map((section): State => [`${open}/${section}`]),
    [`${open}/check`],
    [`${open}/check`, sendNothing],
    [`${open}/forward`],
    [`${open}/forward`, sendNothing],
    [changes],
    [`${changes}/company`],
    [`${changes}/contacts`],
    [submitted],
    [`${submitted}/company`],
    ...["company", "contacts", "support"].map(
      (section): State => [`${open}/${section}`, emptyAndContinue],
    ),
    [open],
    [`${open}/check`],
  ];
  return [...outside, ...inside];
}

/** Goes on from what was looked at, so that these come last and in this order. */
function handoverStates(keys: string): State[] {
  return [[keys], [keys, showSecrets], [keys, storeSecrets]];
}

async function storeSecrets(page: Page): Promise<void> {
  await showSecrets(page);
  await page.locator("[name=stored]").check();
  await page.locator("main form button[type=submit]").last().click();
  await page.locator("[name=stored]").waitFor({ state: "detached" });
  await page.locator("main time").waitFor();
}

async function looksAt(context: BrowserContext, states: State[], known: (string | RegExp)[]) {
  const page = await context.newPage();
  // A secret on the screen asks before it is left.
  page.on("dialog", (dialog) => dialog.accept());
  const problems: string[] = [];
  let texts = 0;
  for (const [path, prepare] of states) {
    await page.goto(path);
    await prepare?.(page);
    const found = await untranslated(page, known);
    texts += found.texts;
    const all = [...found.bare, ...(await problemsOf(page))];
    problems.push(...all.map((problem) => `${path} ${prepare?.name ?? ""}: ${problem}`));
  }
  return { texts, problems };
}

test("at 320 px every text a customer meets is of a catalogue, and fits", async ({ browser }) => {
  test.setTimeout(600_000);
  const sections = SECTIONS.join(" ");
  const [fresh, ended, open, changes, submitted] = [
    await makeInvitation({ sections }),
    await makeInvitation(),
    await makeInvitation({ sections, acceptsAddendum: true, stage: "filled" }),
    await makeInvitation({ stage: "submitted" }),
    await makeInvitation({ acceptsAddendum: true, stage: "submitted" }),
  ];
  await askForChanges(changes, WORDS);
  await inDatabase(
    (database) =>
      database`update invitations set expires_at = now() where id = ${ended.invitationId}`,
  );
  const keys = await makeHandover();
  const viewport = { width: 320, height: 720 };
  const context = await browser.newContext({
    baseURL: stack().portalUrl,
    viewport,
    hasTouch: true,
  });
  const page = await context.newPage();
  for (const invitation of [open, changes, submitted]) await enter(page, invitation);
  await enterHandover(page, keys.path, keys.email);
  await chooseLanguage(context, "pseudo");

  const paths = { fresh, ended, open, changes, submitted };
  const links = Object.fromEntries(Object.entries(paths).map(([name, { path }]) => [name, path]));
  const states = [
    ...statesOf(links as Parameters<typeof statesOf>[0]),
    [fresh.stop] as State,
    [fresh.stop, stopped] as State,
    ...handoverStates(keys.path),
  ];
  const { texts, problems } = await looksAt(context, states, [WORDS, ...(await knownTexts())]);
  await context.close();
  say(`Pseudo-language: ${states.length} states, ${texts} texts, ${problems.length} problems`);
  expect(problems).toEqual([]);
});

async function stopped(page: Page): Promise<void> {
  await press(page);
  await page.locator("main [role=status]").waitFor();
}

test("a text that stands in the code is found, wherever it is said", async ({ page }) => {
  await page.setContent(`
    <html lang="en"><title>Plántéd</title><main>
      <h1>Hárd-códéd</h1><p>Hidden nowhere</p><p hidden>Hidden</p>
      <details><summary>Mór</summary>Closed</details>
      <input aria-label="Named" placeholder="Hinted" value="typed">
      <img alt="Pictured" src="data:,"><button title="Explained">Ók</button>
      <select><option>Chosen</option></select>
      <p>someone@example.com, 5 Dec 2026, 14:02 UTC, Acme</p>
    </main></html>`);
  const { texts, bare } = await untranslated(page, ["Acme"]);
  expect(bare.map((one) => one.replace(/^.*“(.*)”$/, "$1")).toSorted()).toEqual(
    ["Chosen", "Closed", "Explained", "Hidden nowhere", "Hinted", "Named", "Pictured"].toSorted(),
  );
  expect(texts).toBe(12);
});
