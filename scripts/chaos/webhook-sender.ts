import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Random } from "./random";
import type { Copy, Event, Step } from "./webhook-plan";
import type { World } from "./world";

type Signed = { raw: string; token: string };

/** What was sent, by the identity of a webhook: its signed part. */
export type Ledger = {
  acknowledged: Set<string>;
  sendings: number;
  /** Neither answered nor answered with 200, and so sent again. */
  refused: number;
  /** Never answered with 200, however often they were sent. */
  givenUp: number;
  copies: Record<Copy, number>;
  late: number;
  changes: number;
};

const PARALLEL = 20;
/** Plaid waits this long for an answer. */
const ANSWER_MS = 10_000;
const TRIES_MAX = 40;
const PAUSE_MS_MAX = 2_000;

/**
 * Does the steps of a plan, sending to any of the portals as a balancer would. As Plaid does, it sends
 * again, signed anew, what was not answered with 200.
 *
 * @param onStep is told how many steps are behind it.
 */
export async function sendWebhooks(
  { emulator, portals }: World,
  plan: { steps: Step[]; random: Random; onStep: (done: number) => void },
): Promise<Ledger> {
  const ledger: Ledger = {
    acknowledged: new Set(),
    ...{ sendings: 0, refused: 0, givenUp: 0, late: 0, changes: 0 },
    copies: { exact: 0, "signed anew": 0 },
  };
  const happened = new Map<Event, Promise<Signed>>();

  async function happen({ body, change }: Event): Promise<Signed> {
    if (change) {
      const { clientId, institutionId, status } = change;
      await emulator.setInstitution(clientId, institutionId, { status, webhook: false });
      ledger.changes += 1;
    }
    return emulator.sign(body);
  }

  /** @returns whether it was answered with 200. */
  async function send({ raw, token }: Signed): Promise<boolean> {
    ledger.sendings += 1;
    try {
      const answer = await fetch(`${plan.random.pick(portals).url}/api/webhooks/plaid`, {
        method: "POST",
        headers: { "content-type": "application/json", "plaid-verification": token },
        body: raw,
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      await answer.arrayBuffer();
      if (answer.status !== 200) return false;
      ledger.acknowledged.add(identityOf(token));
      return true;
    } catch {
      return false;
    }
  }

  async function deliver(event: Event): Promise<void> {
    let signed = await happened.get(event);
    for (let tries = 1; signed; tries++) {
      if (await send(signed)) return;
      ledger.refused += 1;
      if (tries === TRIES_MAX) break;
      await pause(Math.min(PAUSE_MS_MAX, 100 * 2 ** tries));
      signed = await emulator.sign(event.body);
    }
    ledger.givenUp += 1;
  }

  async function perform(step: Step): Promise<void> {
    if (step.do === "happen") {
      const signed = happen(step.event);
      happened.set(step.event, signed);
      await signed;
      return;
    }
    if (step.do === "send") {
      if (step.late) ledger.late += 1;
      return deliver(step.event);
    }
    const signed = await happened.get(step.event);
    if (!signed) return;
    const again =
      step.copy === "exact" ? signed : await emulator.sign(step.event.body, claimsOf(signed.token));
    if (await send(again)) ledger.copies[step.copy] += 1;
  }

  let next = 0;
  async function work(): Promise<void> {
    for (let step = plan.steps[next++]; step; step = plan.steps[next++]) {
      await perform(step);
      plan.onStep(next);
    }
  }

  await Promise.all(Array.from({ length: PARALLEL }, work));
  return ledger;
}

/** The signature can be written otherwise without breaking it, so it identifies nothing. */
function identityOf(token: string): string {
  return createHash("sha256")
    .update(token.slice(0, token.lastIndexOf(".")))
    .digest("hex");
}

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
}
