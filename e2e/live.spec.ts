import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { inDatabase } from "./database";
import { test as base, emulator, expect, type MadeCustomer, signInLink } from "./fixtures";
import { signal } from "./signal";

/** A live customer, and somebody who looks at it. */
const test = base.extend<{ customer: MadeCustomer }>({
  customer: async ({ makeCustomer, signIn }, use) => {
    const customer = await makeCustomer({ status: "ACTIVE" });
    await signIn("viewer");
    await use(customer);
  },
});

test.describe.configure({ mode: "parallel" });

type Sent = { raw: string; status: number | null };

/** Chase's status, as the bank tells Plaid; returns when the portal has taken the webhook about it. */
async function chaseIs(customer: MadeCustomer, status: string): Promise<void> {
  await emulator.setInstitution(customer.clientId, "ins_56", { status });
  const about = [customer.clientId, "ins_56", status.toLowerCase().replaceAll("_", "-")];
  const answers = async () => {
    const sent = await emulator.deliveries<Sent[]>();
    return sent.filter(({ raw }) => about.every((part) => raw.includes(part))).map((s) => s.status);
  };
  // Plaid delivers again after half a minute what was not taken.
  await expect.poll(answers, { timeout: 60_000 }).toContain(200);
}

const chaseOn = (page: Page) => page.getByRole("article").filter({ hasText: "ins_56" });

/** How often each address was asked for. */
function countRequests(page: Page): (start: string) => number {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  return (start) => asked.filter((path) => path.startsWith(start)).length;
}

test("of all tabs one holds the stream, and another takes it over without missing anything", async ({
  context,
  customer,
}) => {
  const [leader, second, third] = [
    await context.newPage(),
    await context.newPage(),
    await context.newPage(),
  ];
  const streams = [leader, second, third].map(countRequests);
  for (const [tab, asks] of [
    [leader, "/api/live"],
    [second, "/api/changes"],
    [third, "/api/changes"],
  ] as const) {
    const connected = tab.waitForResponse((answer) => answer.url().includes(asks));
    await tab.goto(`/customers/${customer.id}/banks`);
    await connected;
  }
  await chaseIs(customer, "ATTENTION_REQUIRED");
  for (const tab of [leader, second, third]) {
    await expect(chaseOn(tab)).toContainText("Attention required");
  }
  expect(streams.map((count) => count("/api/live"))).toEqual([1, 0, 0]);

  await leader.close();
  await chaseIs(customer, "PROCESSING");
  for (const tab of [second, third]) await expect(chaseOn(tab)).toContainText("Processing");
  const taken = streams.slice(1).map((count) => count("/api/live"));
  expect(taken.toSorted()).toEqual([0, 1]);
});

test("what a webhook says is shown as a report, and Plaid's answer in its place", async ({
  page,
  customer,
}) => {
  const connected = page.waitForResponse((answer) => answer.url().includes("/api/live"));
  await page.goto(`/customers/${customer.id}/banks`);
  await connected;
  await inDatabase((sql) =>
    sql.begin(async (held) => {
      // Plaid is asked, but its answer cannot be recorded yet.
      await held`select from customers where id = ${customer.id} for update`;
      await chaseIs(customer, "ATTENTION_REQUIRED");
      await expect(chaseOn(page)).toContainText("Attention required");
      await expect(chaseOn(page)).toContainText("reported by Plaid, being checked");
      await page.reload();
      await expect(chaseOn(page)).toContainText("reported by Plaid, being checked");
    }),
  );
  await expect(chaseOn(page)).toContainText("Attention required");
  await expect(chaseOn(page)).not.toContainText("being checked");
});

test("an answer from before a report does not take the report away", async ({ page, customer }) => {
  const [onItsWay, isOnItsWay] = signal();
  const [mayArrive, arrive] = signal();
  const arrivals: Promise<void>[] = [];
  await page.route("**/api/customers/*/registration*", async (route) => {
    const response = await route.fetch();
    isOnItsWay();
    await mayArrive;
    // The page may have asked anew meanwhile, and let this one go.
    arrivals.push(route.fulfill({ response }).catch(() => {}));
  });
  const connected = page.waitForResponse((answer) => answer.url().includes("/api/live"));
  await page.goto(`/customers/${customer.id}/banks`);
  await connected;
  await chaseIs(customer, "PROCESSING");
  await onItsWay;
  await inDatabase((sql) =>
    sql.begin(async (held) => {
      await held`select from customers where id = ${customer.id} for update`;
      await chaseIs(customer, "ATTENTION_REQUIRED");
      await expect(chaseOn(page)).toContainText("Attention required");
      arrive();
      await expect.poll(() => arrivals.length).toBeGreaterThan(0);
      await Promise.all(arrivals);
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))),
      );
      await expect(chaseOn(page)).toContainText("reported by Plaid, being checked");
    }),
  );
  await page.unrouteAll({ behavior: "wait" });
  await expect(chaseOn(page)).not.toContainText("being checked");
});

test("what happens between the making of a page and its connection is shown", async ({
  page,
  customer,
}) => {
  const [mayConnect, connect] = signal();
  // After a while without a stream the page asks instead.
  await page.route(/\/api\/(live|changes)\?/, async (route) => {
    await mayConnect;
    await route.continue();
  });
  const banks = async () =>
    (await page.request.get(`/api/customers/${customer.id}/registration`)).text();
  await expect.poll(banks).toContain("ins_56");
  await page.goto(`/customers/${customer.id}/banks`);
  await chaseIs(customer, "ATTENTION_REQUIRED");
  await expect.poll(banks).toContain("ATTENTION_REQUIRED");
  await expect(chaseOn(page)).not.toContainText("Attention required");

  connect();
  await expect(chaseOn(page)).toContainText("Attention required");
});

test("where the stream does not get through, the page asks; and stops asking when it does", async ({
  page,
  customer,
}) => {
  await page.clock.install();
  await page.route("**/api/live?*", (route) => route.abort());
  await page.goto(`/customers/${customer.id}/banks`);
  await chaseIs(customer, "ATTENTION_REQUIRED");
  await expect(async () => {
    await page.clock.runFor(15_000);
    await expect(chaseOn(page)).toContainText("Attention required", { timeout: 1_000 });
  }).toPass();

  await page.unroute("**/api/live?*");
  const connected = page.waitForRequest("**/api/live?*");
  await page.clock.runFor(20_000);
  await connected;
  await chaseIs(customer, "PROCESSING");
  await expect(chaseOn(page)).toContainText("Processing");
});

test("rows change where they stand, and a new one waits until it is asked for", async ({
  browser,
  page,
  sessionOf,
  signIn,
  makeCustomer,
}) => {
  const word = `Steady ${randomUUID().slice(0, 8)}`;
  const first = await makeCustomer({ name: `${word} one` });
  const second = await makeCustomer({ name: `${word} two` });
  await signIn("viewer");
  const connected = page.waitForResponse((answer) => answer.url().includes("/api/live"));
  await page.goto(`/customers?q=${encodeURIComponent(word)}`);
  await connected;
  const names = page.getByRole("main").getByRole("row").getByRole("link");
  await expect(names).toHaveText([first.companyName, second.companyName]);

  const colleague = await browser.newContext();
  await colleague.addCookies(await sessionOf("onboarder"));
  const elsewhere = await colleague.newPage();
  await emulator.setStatus(first.clientId, "DENIED");
  // It was asked about when it was made, and ten seconds lie between two questions.
  await inDatabase(
    (sql) =>
      sql`update customers set checked_at = now() - interval '1 minute' where id = ${first.id}`,
  );
  await elsewhere.goto(`/customers/${first.id}`);
  await elsewhere.getByRole("button", { name: "Check now" }).click();

  await expect(page.getByRole("row").filter({ hasText: first.companyName })).toContainText(
    "Denied",
  );

  const third = await makeCustomer({ name: `${word} three` });
  const show = page.getByRole("button", { name: "1 update – show" });
  await expect(show).toBeVisible();
  await expect(names).toHaveText([first.companyName, second.companyName]);
  await show.click();
  await expect(names).toHaveText([first.companyName, second.companyName, third.companyName]);
  await expect(page.getByRole("button", { name: /– show$/ })).toHaveCount(0);
  await colleague.close();
});

test("whoever signs out in one tab is led to the way in by the others", async ({ browser }) => {
  const context = await browser.newContext();
  const [page, other] = [await context.newPage(), await context.newPage()];
  await page.goto(await signInLink("viewer@demo.test"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.clock.install();
  await page.route("**/api/live?*", (route) => route.abort());
  await page.goto("/customers");
  await other.goto("/notifications");
  await other.getByRole("button", { name: "Account" }).click();
  await other.getByRole("button", { name: "Sign out" }).click();
  await expect(other).toHaveURL(/sign-in/);
  await page.clock.runFor(20_000);
  await expect(page).toHaveURL(/sign-in/);
  await context.close();
});
