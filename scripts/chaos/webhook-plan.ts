import { bankEvent } from "@/scripts/testing/deliveries";
import type { Random } from "./random";
import type { MadeCustomer } from "./world";

/** Something Plaid tells once. */
export type Event = {
  body: object;
  /** What changes at Plaid just before; undefined where nothing does. */
  change?: { clientId: string; institutionId: string; status: string };
};

/** Sent again word for word, or with the same claims under another signature. */
export type Copy = "exact" | "signed anew";

/** One thing to do; the steps are done in this order, many at a time. */
export type Step =
  | { do: "happen"; event: Event }
  | { do: "send"; event: Event; late: boolean }
  | { do: "repeat"; event: Event; copy: Copy };

/** Of all that is sent. */
const EXACT_COPIES = 0.05;
const SIGNED_ANEW = 0.02;
const LATE = 0.1;
/** Of the events. */
const UNHANDLED = 0.01;
const UNKNOWN_CUSTOMER = 0.01;
const STALE = 0.05;
const BACK_AND_FORTH = 0.1;
/** How many steps later something comes that comes late. */
const LATENESS = 200;

const banks = ["ins_56", "ins_11", "ins_13", "ins_128026", "ins_127989", "ins_127991", "ins_5"];
const statuses = ["PROCESSING", "ATTENTION_REQUIRED", "APPROVED", "ENABLED", "PAUSED_BY_BANK"];

/** As many sendings as asked for, of several kinds, in an order in which they never happened. */
export function planWebhooks(random: Random, customers: MadeCustomer[], count: number): Step[] {
  const events = Math.round(count * (1 - EXACT_COPIES - SIGNED_ANEW));
  const placed: { at: number; step: Step }[] = [];
  makeEvents(random, customers, events).forEach((event, at) => {
    placed.push({ at, step: { do: "happen", event } });
    const late = random.next() < LATE;
    const sentAt = at + (late ? random.between(1, LATENESS) : 0);
    placed.push({ at: sentAt, step: { do: "send", event, late } });
  });
  const firsts = placed.filter(({ step }) => step.do === "send");
  const copies = random.shuffle(firsts).slice(0, count - events);
  const exact = Math.round(count * EXACT_COPIES);
  copies.forEach(({ at, step: { event } }, index) => {
    const copy = index < exact ? "exact" : "signed anew";
    placed.push({ at: at + random.between(0, LATENESS), step: { do: "repeat", event, copy } });
  });
  return placed.toSorted((a, b) => a.at - b.at).map(({ step }) => step);
}

function makeEvents(random: Random, customers: MadeCustomer[], count: number): Event[] {
  const events: Event[] = [];
  while (events.length < count) events.push(...nextEvents(random, random.pick(customers).clientId));
  return events.slice(0, count);
}

function nextEvents(random: Random, clientId: string): Event[] {
  const kind = random.next();
  const institutionId = random.pick(banks);
  const [a = "", b = ""] = random.shuffle(statuses);
  const changed = (status: string) => ({
    body: bankEvent({ clientId, institutionId, status: asPlaidWrites(status) }),
    change: { clientId, institutionId, status },
  });
  if (kind < UNHANDLED) {
    return [{ body: { ...bankEvent({ clientId }), webhook_code: `TOMORROW_${random.next()}` } }];
  }
  if (kind < UNHANDLED + UNKNOWN_CUSTOMER) {
    return [{ body: bankEvent({ clientId: `unknown${random.between(0, 1_000_000_000)}` }) }];
  }
  if (kind < UNHANDLED + UNKNOWN_CUSTOMER + STALE) return [{ body: changed(a).body }];
  if (kind < UNHANDLED + UNKNOWN_CUSTOMER + STALE + BACK_AND_FORTH / 3) {
    return [changed(a), changed(b), changed(a)];
  }
  return [changed(a)];
}

function asPlaidWrites(status: string): string {
  return status.toLowerCase().replaceAll("_", "-");
}
