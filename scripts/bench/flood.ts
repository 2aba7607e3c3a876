import { setTimeout as pause } from "node:timers/promises";
import { runScript } from "@/scripts/stack/process";
import { bankEvent } from "@/scripts/testing/deliveries";
import { createEmulatorClient } from "@/scripts/testing/emulator-client";
import { startReceiver } from "@/scripts/testing/receiver";
import type { Bench } from "./bench";
import { type Figure, figure, median } from "./figures";
import { openSite } from "./sites";
import { SMALL } from "./world";

/** Goal: how many times as long a genuine webhook may take while bad ones rain. */
const GOAL = { atMost: 1.2 };
/** Quiet and flooded parts take turns; in all floods together so many bad ones are sent. */
const SIZES = {
  full: { bad: 10_000, parts: 6, seconds: 20, quietSeconds: 5, warmUp: 20 },
  smoke: { bad: 160, parts: 1, seconds: 2, quietSeconds: 2, warmUp: 2 },
};
const BETWEEN_MS = 200;

type Parts = {
  /** A production build. */
  portalUrl: string;
  /** Plaid for this portal alone: its webhooks are redirected. */
  emulatorUrl: string;
  size: (typeof SIZES)["full"];
};

export const flood: Bench = {
  name: "flood",
  about: "A genuine webhook among bad ones, against one alone",
  run: async (world, lifetime) => {
    const portfolio = await world.portfolio(SMALL);
    const { url: portalUrl } = await openSite(world, { portfolio, worker: "on" }, lifetime);
    const size = SIZES[world.smoke ? "smoke" : "full"];
    return [await measureFlood({ portalUrl, emulatorUrl: world.emulatorUrl, size })];
  },
};

/**
 * How long the portal takes to accept a genuine webhook, with and without a flood of bad ones from
 * another process: 10,000 in two minutes, of four kinds. Medians in milliseconds, from just before a
 * webhook is sent until its 200 is there.
 */
async function measureFlood({ portalUrl, emulatorUrl, size }: Parts): Promise<Figure> {
  const emulator = createEmulatorClient(() => emulatorUrl);
  const url = `${portalUrl}/api/webhooks/plaid`;
  const receiver = await startReceiver();
  await emulator.setWebhookUrl(receiver.url);
  const signed = async () => {
    receiver.received.length = 0;
    await emulator.send({ body: bankEvent({ clientId: "5f0nobody0knows0this0one" }) });
    const [webhook] = receiver.received;
    if (!webhook) throw new Error("The emulator has sent nothing");
    return { body: webhook.body, token: String(webhook.headers["plaid-verification"]) };
  };
  const measureFor = async (ended: () => boolean) => {
    const times: number[] = [];
    while (!ended()) {
      times.push(await accept(url, await signed()));
      await pause(BETWEEN_MS);
    }
    return times;
  };

  try {
    for (let time = 0; time < size.warmUp; time++) await accept(url, await signed());
    const times = { quiet: [] as number[], flooded: [] as number[] };
    for (let part = 0; part < size.parts; part++) {
      const until = performance.now() + size.quietSeconds * 1_000;
      times.quiet.push(...(await measureFor(() => performance.now() > until)));
      times.flooded.push(...(await flooded(url, await signed(), size, measureFor)));
    }
    const [base, measured] = [median(times.quiet), median(times.flooded)];
    return figure({ name: "Webhook in a flood", unit: "ms", base, measured, goal: GOAL });
  } finally {
    await receiver.stop();
  }
}

type Signed = { body: Buffer; token: string };

async function accept(url: string, { body, token }: Signed): Promise<number> {
  const sentAt = performance.now();
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "plaid-verification": token },
    body: new Uint8Array(body),
  });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`A genuine webhook was answered ${answer.status}`);
  return performance.now() - sentAt;
}

/** Measures from the first bad webhook until the last. */
async function flooded(
  url: string,
  { body, token }: Signed,
  { bad, parts, seconds }: Parts["size"],
  measureFor: (ended: () => boolean) => Promise<number[]>,
): Promise<number[]> {
  let [begun, over] = [() => {}, false];
  const beginning = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const count = String(Math.ceil(bad / parts));
  const args = ["--url", url, "--body", body.toString(), "--token", token];
  const flood = runScript(
    "scripts/bench/flooder.ts",
    [...args, "--count", count, "--seconds", String(seconds)],
    process.env,
    (line) => line === "begun" && begun(),
  ).finally(() => {
    over = true;
    begun();
  });
  await beginning;
  const times = await measureFor(() => over);
  const answers = (await flood).split("\n").at(-1) ?? "";
  const { 401: refused = 0 } = JSON.parse(answers) as Record<string, number>;
  if (String(refused) !== count) throw new Error(`Bad webhooks were answered ${answers}`);
  return times;
}
