import { randomBytes } from "node:crypto";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { type MadeBulk, makeBulk } from "@/e2e/bulk";
import { inDatabase } from "@/e2e/database";
import { test as base, stack } from "@/e2e/fixtures";
import { enter, makeInvitation } from "@/e2e/invitations";
import { enterHandover, makeHandover } from "@/e2e/keys";
import { type MadeLogs, makeLogs } from "@/e2e/logs";
import { addFactor, countAsJoined, become as enterAs, newPerson } from "@/e2e/people";
import { answerSteps } from "@/lib/onboarding/model";
import type { SweptPage } from "./page";
import { type SweptCustomers, type SweptLinks, sweptPages } from "./pages";

/** One word that no line can break. */
const LONG =
  "Überlandzahlungsverkehrsgesellschaftsverwaltungsprogrammierschnittstellenbetreiberunternehmensgruppenholding";

type Guest = { links: SweptLinks; cookies: Parameters<BrowserContext["addCookies"]>[0] };

type Made = {
  /** How companies are called, with # for what tells one from the others. */
  companies: string;
  /** How people and their devices are called. */
  person: string;
  newName: () => string;
  made: SweptCustomers;
  guest: Guest;
  bulk: MadeBulk;
  logs: MadeLogs;
};

/** Every page, and a way to stand before it as the one it is for. */
type Tour = { pages: SweptPage[]; visit: (page: Page, swept: SweptPage) => Promise<void> };

export const test = base.extend<{ tour: Tour }, Made>({
  companies: [`#${LONG}`, { option: true, scope: "worker" }],
  person: [LONG, { option: true, scope: "worker" }],
  newName: [
    async ({ companies }, use) => use(() => companies.replace("#", randomBytes(6).toString("hex"))),
    { scope: "worker" },
  ],
  logs: [async ({ made }, use) => use(await makeLogs(made.live.clientId)), { scope: "worker" }],
  bulk: [
    async ({ newName }, use) => use(await makeBulk(newName())),
    { scope: "worker", timeout: 120_000 },
  ],
  guest: [
    async ({ browser, newName }, use) => {
      const name = newName();
      const open = await makeInvitation({
        acceptsAddendum: true,
        ...{ stage: "filled", name, sections: answerSteps.join(" ") },
      });
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
    async ({ makeCustomer, newName }, use) => {
      const make = (status: string) => makeCustomer({ status, name: newName() });
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
  tour: async ({ sessionOf, made, guest, bulk, logs, person }, use) => {
    const lost = await newPerson("onboarder", person);
    const factorId = await addFactor(lost, person);
    const colleague = await newPerson("onboarder", person);
    await countAsJoined(colleague);
    await addFactor(lost, "Laptop", "passkey");
    const swept = { userId: lost.userId, factorId, colleagueId: colleague.userId };
    await use({
      pages: sweptPages(made, guest.links, { bulk, logs, person: swept }),
      visit: async (page, { path, as, prepare }) => {
        const context = page.context();
        await context.clearCookies();
        if (as === "proven" || as === "waiting") {
          await enterAs(context, lost, { proven: as === "proven" });
        } else if (as === "guest") await context.addCookies(guest.cookies);
        else if (as !== "nobody") await context.addCookies(await sessionOf(as));
        await page.goto(path);
        await prepare?.(page);
      },
    });
  },
});

/** A mouse on wide screens, a finger on the small one. */
export async function pageAt(browser: Browser, width: number): Promise<Page> {
  const viewport = { width, height: 900 };
  const hasTouch = width < 640;
  const context = await browser.newContext({ baseURL: stack().portalUrl, hasTouch, viewport });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  // A secret on the screen asks before it is left.
  page.on("dialog", (dialog) => dialog.accept());
  return page;
}
