import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import postgres from "postgres";
import { LIVE_CHANNEL } from "@/lib/live/model";
import { newSecrets, portalEnvironment } from "@/scripts/stack/environment";
import { runScript } from "@/scripts/stack/process";
import { createEmulatorClient } from "@/scripts/testing/emulator-client";
import type { Bench } from "./bench";
import { type Figure, figure, type Goal, median } from "./figures";
import { openSite } from "./sites";
import { SMALL } from "./world";

/** Goal: how many times as long a webhook takes as a message. */
const GOAL = { atMost: 3 };
const ROUNDS = { full: 21, smoke: 2 };
/** Rounds before any is counted. */
const WARM_UP = { full: 5, smoke: 1 };
/** Until whatever a round has set off is over: a page makes itself anew at most once a second. */
const BETWEEN_MS = 1_200;
const BANK = "ins_56";
const statuses = ["PROCESSING", "ATTENTION_REQUIRED"] as const;
const labels = { PROCESSING: "Processing", ATTENTION_REQUIRED: "Attention required" };

type Parts = {
  /** A production build with its worker (`WORKER=on`). */
  portalUrl: string;
  databaseUrl: string;
  /** Plaid for this portal alone: its clock is stopped and its webhooks are redirected. */
  emulatorUrl: string;
  /** Of a browser that is signed in to the portal. */
  page: Page;
  size: keyof typeof ROUNDS;
};

export const live: Bench = {
  name: "live",
  about: "From a webhook to an open page, against any message from the database to a page",
  run: async (world, lifetime) => {
    const portfolio = await world.portfolio(SMALL);
    const { url, page } = await openSite(world, { portfolio, worker: "on" }, lifetime);
    return measureLive({
      portalUrl: url,
      databaseUrl: world.server.appUrl(portfolio.database),
      emulatorUrl: world.emulatorUrl,
      page,
      size: world.smoke ? "smoke" : "full",
    });
  },
};

/**
 * How long an open page takes to show what a webhook says, against what any message from the database
 * to a page takes. Medians in milliseconds over rounds that take turns, in one browser page.
 *
 * - the base: from just before this process sends a NOTIFY by SQL until the event reaches an
 *   EventSource of the page. Nothing is written, looked up or drawn.
 * - measured: from the moment the portal has answered 200 to a signed webhook until the bank's
 *   cell in the page says what the webhook says, and until Plaid's answer is there: the delivery is
 *   claimed, Plaid is asked, the answer is recorded and announced, the page asks for the banks.
 *
 * Both clocks are those of one machine; the page's is read when the change is there, before it is painted.
 */
async function measureLive(parts: Parts): Promise<Figure[]> {
  const { portalUrl, databaseUrl, emulatorUrl, page, size } = parts;
  const emulator = createEmulatorClient(() => emulatorUrl);
  const database = postgres(databaseUrl, { max: 1 });
  const postman = await openPostman(`${portalUrl}/api/webhooks/plaid`);
  try {
    await emulator.clock(0);
    await emulator.setWebhookUrl(postman.url);
    const { id, clientId } = await makeCustomer(parts);
    await page.goto(`${portalUrl}/customers/${id}/banks`);
    await page.getByRole("article").filter({ hasText: BANK }).waitFor();
    await listenTo(page);

    const times = { raw: [] as number[], cell: [] as number[], answer: [] as number[] };
    for (let round = -WARM_UP[size]; round < ROUNDS[size]; round++) {
      const raw = await rawRound(page, database, `bench-${round}`);
      await pause(BETWEEN_MS / 4);
      const status = statuses[Math.abs(round) % 2 === 0 ? 0 : 1];
      const shownAt = await watchFor(page, labels[status]);
      const accepted = postman.next();
      await emulator.setInstitution(clientId, BANK, { status });
      const shown = await shownAt();
      const acceptedAt = await accepted;
      await pause(BETWEEN_MS);
      if (round < 0) continue;
      times.raw.push(raw);
      // A page may show it before the answer to the webhook is here.
      times.cell.push(Math.max(0, shown.cell - acceptedAt));
      times.answer.push(Math.max(0, shown.answer - acceptedAt));
    }
    const base = median(times.raw);
    const compare = (name: string, measured: number, goal: Goal) =>
      figure({ name, unit: "ms", base, measured, goal });
    return [
      compare("Webhook to cell", median(times.cell), GOAL),
      compare("Webhook to Plaid's answer", median(times.answer), null),
    ];
  } finally {
    postman.close();
    await database.end();
  }
}

async function makeCustomer({ portalUrl, databaseUrl, emulatorUrl }: Parts) {
  const environment = portalEnvironment({
    ...{ databaseUrl, databaseOwnerUrl: databaseUrl, emulatorUrl, portalUrl },
    smtpUrl: "smtp://127.0.0.1:9",
    // Nobody reveals this customer's keys.
    secrets: newSecrets(),
  });
  const made = await runScript("scripts/testing/programs/customer.ts", ["--status", "ACTIVE"], {
    ...process.env,
    ...environment,
  });
  return JSON.parse(made) as { id: string; clientId: string };
}

/** An EventSource of its own in the page, which tells when it hears of a customer. */
async function listenTo(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((connected) => {
        const heard = new Map<string, number>();
        const source = new EventSource("/api/live");
        source.onmessage = ({ data }) => {
          const at = performance.timeOrigin + performance.now();
          for (const { customerId } of JSON.parse(data).changes ?? []) heard.set(customerId, at);
          connected();
        };
        Object.assign(window, { heard });
      }),
  );
}

async function rawRound(page: Page, database: postgres.Sql, id: string): Promise<number> {
  const [now] = await database`select pg_snapshot_xmin(pg_current_snapshot())::text as point`;
  const news = JSON.stringify({ customerId: id, xid: now?.point, point: now?.point });
  const sentAt = performance.timeOrigin + performance.now();
  await database`select pg_notify(${LIVE_CHANNEL}, ${news})`;
  const heardAt = await page.waitForFunction(
    (customer) => (Reflect.get(window, "heard") as Map<string, number>).get(customer),
    id,
  );
  return Number(await heardAt.jsonValue()) - sentAt;
}

/** The page's times at which the bank's article first said so, and at which it was Plaid's answer. */
type Shown = { cell: number; answer: number };

/** Begins to watch the bank's article. */
async function watchFor(page: Page, label: string): Promise<() => Promise<Shown>> {
  await page.evaluate(
    ([bank, wanted]) => {
      const articles = [...document.querySelectorAll("article")];
      const article = articles.find(({ textContent }) => textContent?.includes(bank));
      if (!article) throw new Error(`${bank} is not on the page`);
      const shownAt = new Promise((shown) => {
        let cell: number | undefined;
        new MutationObserver((_, observer) => {
          const text = article.textContent ?? "";
          if (!text.includes(wanted)) return;
          const now = performance.timeOrigin + performance.now();
          cell ??= now;
          if (text.includes("being checked")) return;
          observer.disconnect();
          shown({ cell, answer: now });
        }).observe(article, { childList: true, characterData: true, subtree: true });
      });
      Object.assign(window, { shownAt });
    },
    [BANK, label] as const,
  );
  return () => page.evaluate(() => Reflect.get(window, "shownAt") as Promise<Shown>);
}

/** Carries webhooks from the emulator to the portal, and tells when the portal has accepted one. */
async function openPostman(target: string) {
  const waiting: ((acceptedAt: number) => void)[] = [];
  const server: Server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const answer = await fetch(target, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "plaid-verification": String(request.headers["plaid-verification"] ?? ""),
      },
      body: Buffer.concat(chunks),
    });
    if (answer.status === 200) waiting.shift()?.(performance.timeOrigin + performance.now());
    response.writeHead(answer.status).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    next: () => new Promise<number>((accepted) => waiting.push(accepted)),
    close: () => server.close(),
  };
}
