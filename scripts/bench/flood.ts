import { setTimeout as pause } from "node:timers/promises";
import { runScript } from "@/scripts/stack/process";
import { bankEvent } from "@/scripts/testing/deliveries";
import { createEmulatorClient } from "@/scripts/testing/emulator-client";
import { startReceiver } from "@/scripts/testing/receiver";
import { type Figure, figure, median } from "./figures";

/** Goal: how many times as long a genuine webhook may take while bad ones rain. */
const LIMIT = 1.2;
const BAD = 10_000;
/** Quiet and flooded parts take turns. */
const PARTS = 6;
const PART_SECONDS = 20;
const BETWEEN_MS = 200;

type Parts = {
  /** A production build. */
  portalUrl: string;
  /** Plaid for this portal alone: its webhooks are redirected. */
  emulatorUrl: string;
};

/**
 * How long the portal takes to accept a genuine webhook, with and without a flood of bad ones from
 * another process: 10,000 in two minutes, of four kinds. Medians in milliseconds, from just before a
 * webhook is sent until its 200 is there.
 */
export async function benchFlood({ portalUrl, emulatorUrl }: Parts): Promise<Figure> {
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
    for (let time = 0; time < 20; time++) await accept(url, await signed());
    const times = { quiet: [] as number[], flooded: [] as number[] };
    for (let part = 0; part < PARTS; part++) {
      const until = performance.now() + PART_SECONDS * 1_000;
      times.quiet.push(...(await measureFor(() => performance.now() > until)));
      times.flooded.push(...(await flooded(url, await signed(), measureFor)));
    }
    const [base, measured] = [median(times.quiet), median(times.flooded)];
    return figure({ name: "Webhook in a flood", unit: "ms", base, measured, limit: LIMIT });
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
  measureFor: (ended: () => boolean) => Promise<number[]>,
): Promise<number[]> {
  let [begun, over] = [() => {}, false];
  const beginning = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const count = String(Math.ceil(BAD / PARTS));
  const args = ["--url", url, "--body", body.toString(), "--token", token];
  const flood = runScript(
    "scripts/bench/flooder.ts",
    [...args, "--count", count, "--seconds", String(PART_SECONDS)],
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
