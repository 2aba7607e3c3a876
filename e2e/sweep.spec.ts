import { randomBytes } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { say } from "@/scripts/stack/say";
import { type MadeBulk, makeBulk } from "./bulk";
import { test as base, expect, stack } from "./fixtures";
import { enter, inDatabase, makeInvitation } from "./invitations";
import { enterHandover, makeHandover } from "./keys";
import { type MadeLogs, makeLogs } from "./logs";
import { addFactor, countAsJoined, become as enterAs, newPerson } from "./people";
import { CHECKS, problemsOf } from "./sweep/checks";
import type { Visitor } from "./sweep/page";
import { type SweptCustomers, type SweptLinks, sweptPages } from "./sweep/pages";

/** One word that no line can break. */
const LONG =
  "Überlandzahlungsverkehrsgesellschaftsverwaltungsprogrammierschnittstellenbetreiberunternehmensgruppenholding";

type Guest = { links: SweptLinks; cookies: Parameters<BrowserContext["addCookies"]>[0] };

type Made = { made: SweptCustomers; guest: Guest; bulk: MadeBulk; logs: MadeLogs };

const test = base.extend<object, Made>({
  logs: [async ({ made }, use) => use(await makeLogs(made.live.clientId)), { scope: "worker" }],
  bulk: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
    async ({}, use) => use(await makeBulk(`${randomBytes(6).toString("hex")}${LONG}`)),
    { scope: "worker", timeout: 120_000 },
  ],
  guest: [
    async ({ browser }, use) => {
      const name = `${randomBytes(6).toString("hex")}${LONG}`;
      const open = await makeInvitation({ acceptsAddendum: true, stage: "filled", name });
      const submitted = await makeInvitation({ stage: "submitted" });
      const ended = await makeInvitation();
      await inDatabase(
        (database) =>
          database`update invitations set expires_at = now() where id = ${ended.invitationId}`,
      );
      const context = await browser.newContext({ baseURL: stack().portalUrl });
      const page = await context.newPage();
      await enter(page, open);
      await enter(page, submitted);
      const [keys, ownKeys] = [await makeHandover(name), await makeHandover()];
      await enterHandover(page, ownKeys.path, ownKeys.email);
      const links = {
        ...{ open: open.path, submitted: submitted.path, ended: ended.path },
        ...{ keys: keys.path, ownKeys: ownKeys.path },
      };
      await use({ links, cookies: await context.cookies() });
      await context.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  made: [
    async ({ makeCustomer }, use) => {
      const make = (status: string) =>
        makeCustomer({ status, name: `${randomBytes(6).toString("hex")}${LONG}` });
      await use({
        empty: await make("DRAFT"),
        ready: await make("READY"),
        pending: await make("PENDING_ENABLEMENT"),
        live: await make("ACTIVE"),
        denied: await make("DENIED"),
        inReview: await make("IN_REVIEW"),
        invited: await make("INVITED"),
      });
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

// A mouse on the wide screen, a finger on the small one.
for (const [width, hasTouch] of [
  [1280, false],
  [320, true],
] as const) {
  test(`at ${width} px every page is accessible in both themes, whole, and easy to hit`, async ({
    browser,
    sessionOf,
    made,
    guest,
    bulk,
    logs,
  }) => {
    test.setTimeout(1_200_000);
    const viewport = { width, height: 900 };
    const context = await browser.newContext({ baseURL: stack().portalUrl, hasTouch, viewport });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    // A secret on the screen asks before it is left.
    page.on("dialog", (dialog) => dialog.accept());
    const lost = await newPerson("onboarder", LONG);
    const factorId = await addFactor(lost, LONG);
    const colleague = await newPerson("onboarder", LONG);
    await countAsJoined(colleague);
    await addFactor(lost, "Laptop", "passkey");
    const become = async (visitor: Visitor) => {
      await context.clearCookies();
      if (visitor === "proven" || visitor === "waiting") {
        await enterAs(context, lost, { proven: visitor === "proven" });
      } else if (visitor === "guest") await context.addCookies(guest.cookies);
      else if (visitor !== "nobody") await context.addCookies(await sessionOf(visitor));
    };

    const person = { userId: lost.userId, factorId, colleagueId: colleague.userId };
    const pages = sweptPages(made, guest.links, { bulk, logs, person });
    const problems: string[] = [];
    for (const { path, as, prepare } of pages) {
      await become(as);
      await page.goto(path);
      await prepare?.(page);
      problems.push(...(await problemsOf(page)).map((problem) => `${path}: ${problem}`));
    }
    await context.close();
    say(
      `Sweep at ${width} px: ${pages.length} pages, ${pages.length * CHECKS} checks, ${problems.length} violations`,
    );
    expect(problems).toEqual([]);
  });
}

test("the sweep sees what is too small, cut off, or hard to read", async ({ page }) => {
  await page.setContent(`
    <html lang="en"><title>Planted</title><main><h1>Planted</h1>
      <div style="width: 40px; overflow: hidden">Unbreakable${"e".repeat(40)}</div>
      <button style="width: 20px; height: 20px; padding: 0">×</button>
      <p style="color: #aaa">Faint</p>
    </main></html>`);
  const found = (await problemsOf(page)).map((problem) => problem.split(":")[0]);
  expect(found.toSorted()).toEqual(["clip", "color-contrast", "in dark, color-contrast", "target"]);
});
