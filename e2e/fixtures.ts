import { createHash } from "node:crypto";
import { type Browser, type BrowserContext, test as base } from "@playwright/test";
import type { Role } from "@/lib/auth/model";
import { inDatabase } from "./database";
import { admin, made } from "./programs";

export { expect } from "@playwright/test";
export { emulator, mailbox, stack } from "@/scripts/testing/e2e-context";

export type MadeCustomer = {
  id: string;
  companyName: string;
  clientId: string;
  status: string;
  /** Empty unless somebody was invited. */
  invitationId: string;
};

type Options = { name?: string; status?: string };

type Fixtures = {
  /** Signs the page's context in as one of the three demo people. */
  signIn: (role: Role) => Promise<void>;
};

type Cookies = Parameters<BrowserContext["addCookies"]>[0];

type WorkerFixtures = {
  sessionOf: (role: Role) => Promise<Cookies>;
  /** A customer made without the browser; PENDING_ENABLEMENT unless told otherwise. */
  makeCustomer: (options?: Options) => Promise<MadeCustomer>;
};

/** Well before a second factor is too old for what takes a fresh one. */
const FRESH_ENOUGH_MS = 5 * 60_000;

export const test = base.extend<Fixtures, WorkerFixtures>({
  sessionOf: [
    async ({ browser }, use) => {
      const sessions = new Map<Role, { since: number; cookies: Promise<Cookies> }>();
      await use((role) => {
        const known = sessions.get(role);
        if (known && Date.now() - known.since < FRESH_ENOUGH_MS) return known.cookies;
        const session = { since: Date.now(), cookies: openSession(browser, role) };
        sessions.set(role, session);
        return session.cookies;
      });
    },
    { scope: "worker" },
  ],
  signIn: async ({ context, sessionOf }, use) => {
    await use(async (role) => context.addCookies(await sessionOf(role)));
  },
  makeCustomer: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
    async ({}, use) => {
      await use(async ({ name, status } = {}) => {
        const args = [...(name ? ["--name", name] : []), ...(status ? ["--status", status] : [])];
        return made("customer", args);
      });
    },
    { scope: "worker" },
  ],
});

async function openSession(browser: Browser, role: Role): Promise<Cookies> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(await signInLink(`${role}@demo.test`));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  const cookies = await context.cookies();
  await countAsGiven(cookies);
  await context.close();
  return cookies;
}

/** As if the person of this session had given a second factor just now. */
async function countAsGiven(cookies: Cookies): Promise<void> {
  const token = cookies.find(({ name }) => name === "vestibule.session")?.value ?? "";
  const hash = createHash("sha256").update(token).digest("hex");
  await inDatabase(
    (database) => database`update sessions set second_factor_at = now() where token_hash = ${hash}`,
  );
}

/** A link as the operator's command prints it. */
export function signInLink(email: string): Promise<string> {
  return admin("sign-in-link", "--email", email);
}
