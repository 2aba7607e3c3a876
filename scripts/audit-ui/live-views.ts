import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { openSite } from "@/scripts/bench/sites";
import { SMALL, type World } from "@/scripts/bench/world";
import type { Lifetime } from "@/scripts/stack/lifetime";
import { runScript } from "@/scripts/stack/process";
import { createEmulatorClient } from "@/scripts/testing/emulator-client";

/** Of the bank that changes, one after the other. */
export const statuses = ["ATTENTION_REQUIRED", "PROCESSING", "ENABLED"] as const;
type Status = (typeof statuses)[number];

const BANK = { id: "ins_13", name: "PNC" };

/** A page that shows how a bank stands with a customer. */
export type LiveView = {
  name: string;
  url: string;
  /** At Plaid, which tells of it by a signed webhook. */
  change: (status: Status) => Promise<unknown>;
  /** @returns what resolves once the page shows the status that it was changed to. */
  look: (page: Page) => Promise<(status: Status) => Promise<void>>;
};

type Customer = { id: string; clientId: string; companyName: string };

/** A portal of its own, whose worker asks Plaid about what webhooks say. */
export async function openLiveViews(
  world: World,
  lifetime: Lifetime,
): Promise<{ context: BrowserContext; views: LiveView[] }> {
  const portfolio = await world.portfolio(SMALL);
  const { url, page } = await openSite(world, { portfolio, worker: "on" }, lifetime);
  const emulator = createEmulatorClient(() => world.emulatorUrl);
  await emulator.clock(0);
  await emulator.setWebhookUrl(`${url}/api/webhooks/plaid`);
  const env = { ...world.environmentOf(portfolio.database), AUTH_URL: url };
  const make = async (): Promise<Customer> =>
    JSON.parse(
      await runScript("scripts/testing/programs/customer.ts", ["--status", "ACTIVE"], env),
    );
  const [first, second] = [await make(), await make()];
  const changeOf = (customer: Customer) => (status: Status) =>
    emulator.setInstitution(customer.clientId, BANK.id, { status });
  return {
    context: page.context(),
    views: [
      {
        name: "Banks of a customer",
        url: `${url}/customers/${first.id}/banks`,
        change: changeOf(first),
        look: lookAtBank,
      },
      { name: "Overview", url, change: changeOf(first), look: lookAtOverview },
      {
        // The first one has changed since, and stands above it.
        name: "List",
        url: `${url}/customers`,
        change: changeOf(second),
        look: (list) => lookAtRow(list, second),
      },
    ],
  };
}

const labels = {
  ATTENTION_REQUIRED: "Attention required",
  PROCESSING: "Processing",
  ENABLED: "Enabled",
};

async function lookAtBank(page: Page): Promise<(status: Status) => Promise<void>> {
  const bank = page.getByRole("article", { name: BANK.name });
  await bank.scrollIntoViewIfNeeded();
  const answered = bank.filter({ hasNotText: "being checked" });
  return (status) => answered.filter({ hasText: labels[status] }).waitFor();
}

/** Says how many customers the bank is enabled for, and where it needs attention. */
function lookAtOverview(page: Page): Promise<() => Promise<void>> {
  return lookForOthers(page.getByRole("main").getByRole("link", { name: BANK.name }));
}

/** Says it of all banks of the customer. */
function lookAtRow(page: Page, { companyName }: Customer): Promise<() => Promise<void>> {
  return lookForOthers(page.getByRole("row", { name: companyName }).locator("[data-label=Banks]"));
}

/** Each time until the text is another one. */
async function lookForOthers(place: Locator): Promise<() => Promise<void>> {
  let text = (await place.textContent()) ?? "";
  return async () => {
    await expect(place).not.toHaveText(text, { timeout: 30_000 });
    text = (await place.textContent()) ?? "";
  };
}
