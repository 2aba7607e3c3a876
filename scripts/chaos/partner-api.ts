import { setTimeout as sleep } from "node:timers/promises";
import { createStopwatch, keepDoing, type Stopwatch, secondsUntil } from "./load";
import {
  callsOverBudget,
  countFaults,
  countSends,
  isInStep,
  quarantined,
} from "./partner-api-counts";
import type { Report, Scenario, Setting } from "./scenario";
import { openPage, type Staff, signIn } from "./staff";
import { applicantTypists, staffTypists, type Typist } from "./typist";
import { type MadeCustomer, makeCustomers, startWorld, type World } from "./world";

const BANK_STATUSES = ["PROCESSING", "APPROVED", "ENABLED", "ATTENTION_REQUIRED"];
/** Calls may be on their way for a moment after the budget allowed them. */
const LATE_CALLS = 4;

/** Longer than a slow call takes, and all together less than Plaid waits before it delivers again. */
const SMOKE_MS: Record<string, number> = { "is slow": 7_000 };

export const partnerApi: Scenario = {
  name: "plaid-down",
  about: "Plaid is gone, slow, limits calls and answers nonsense, while people and webhooks go on",
  run,
};

async function run(setting: Setting): Promise<Report> {
  const { smoke, random, note } = setting;
  const world = await startWorld(setting, { portals: 2 });
  const { emulator, database } = world;
  const active = await makeCustomers(world, "ACTIVE", smoke ? 4 : 20);
  const ready = await makeCustomers(world, "READY", smoke ? 4 : 12);
  const drafts = await makeCustomers(world, "DRAFT", smoke ? 3 : 8);
  const staff = await signIn(world);
  const typists = [
    ...staffTypists(staff, drafts),
    ...(await applicantTypists(world, smoke ? 2 : 5)),
  ];
  const startedAt = new Date();
  const load = startLoad(world, { staff, typists, active, drafts, random });
  const sends: Promise<unknown>[] = [];
  const toSend = [...ready];
  for (const { name, begin, end } of random.shuffle(outages(world, setting))) {
    note(`Plaid ${name}`);
    load.during(name);
    await begin();
    // What is asked for regularly is due as well.
    await database.sql`update customers set due_at = now() where client_id is not null`;
    const now = toSend.splice(0, ready.length / 4);
    sends.push(...now.map((customer) => send(world, staff, customer)));
    await sleep(smoke ? (SMOKE_MS[name] ?? 4_000) : 150_000);
    await end();
  }
  await load.stop();
  await Promise.all(sends);
  const drained = await secondsUntil(() => isInStep(world), smoke ? 30 : 120);
  const requests = (await emulator.requests<Parameters<typeof callsOverBudget>[0]>()).filter(
    ({ at }) => new Date(at) >= startedAt,
  );
  const sent = await countSends(world, ready, requests);
  const kept = await Promise.all(typists.map((typist) => typist.isKept(database.sql)));
  return {
    faults: await countFaults(world, { requests, startedAt }),
    counts: [
      ...load.counts(smoke),
      {
        what: "drafts that lack what was acknowledged",
        seen: kept.filter((is) => !is).length,
        exactly: 0,
      },
      { what: "customers sent to Plaid by one press", seen: ready.length, told: true },
      { what: "sent to Plaid twice", seen: sent.twice, exactly: 0 },
      {
        what: "created at Plaid and neither known here nor told as unknown",
        seen: sent.silent,
        exactly: 0,
      },
      {
        what: "until every status and bank is as at Plaid",
        seen: drained,
        unit: "s",
        ...(smoke ? { told: true } : { atMost: 60 }),
      },
      { what: "calls at Plaid", seen: requests.length, told: true },
      {
        what: "calls over 2 a second and 20 at once, in any span of time",
        seen: callsOverBudget(requests),
        atMost: LATE_CALLS,
      },
      { what: "given up for an outage", seen: await quarantined(world), exactly: 0 },
    ],
  };
}

type Outage = { name: string; begin: () => Promise<unknown>; end: () => Promise<unknown> };

function outages({ emulator }: World, { smoke, random }: Setting): Outage[] {
  const ms = smoke ? 3_000 : random.between(12_000, 25_000);
  const faulty = (name: string, fault: Parameters<typeof emulator.addFault>[0]) => ({
    name,
    begin: () => emulator.faults([fault]),
    end: () => emulator.faults([]),
  });
  return [
    { name: "is gone", begin: () => emulator.part.kill(), end: () => emulator.part.start() },
    faulty("is slow", { endpoint: "*", kind: "latency", ms }),
    faulty("limits calls", { endpoint: "*", kind: "429" }),
    faulty("talks nonsense", { endpoint: "*", kind: "malformed" }),
  ];
}

/** One press of the button on the last page, whatever comes of it. */
async function send(world: World, staff: Staff, { id }: MadeCustomer): Promise<void> {
  const [portal] = world.portals;
  if (!portal) throw new Error("There is no portal");
  const page = await openPage(staff, portal, `/onboardings/${id}/check`);
  await staff.press(portal, page, "Send to Plaid");
}

type People = {
  staff: Staff;
  typists: Typist[];
  active: MadeCustomer[];
  drafts: MadeCustomer[];
  random: Setting["random"];
};

/** People who type and look, and banks that move, until stopped. */
function startLoad(world: World, { staff, typists, active, drafts, random }: People) {
  const saves = createStopwatch();
  const views = new Map<string, Stopwatch>();
  const refused = { saves: 0, pages: 0 };
  let watch = createStopwatch();
  const [draft] = drafts;
  const [customer] = active;
  const pages = [
    ...["/", "/customers", "/banks", "/admin/health"],
    ...[`/customers/${customer?.id}`, `/customers/${customer?.id}/banks`],
    `/onboardings/${draft?.id}/company`,
  ];
  const type = async () => {
    const status = await saves.time(() => random.pick(typists).type(random.pick(world.portals)));
    if (status !== 200) refused.saves += 1;
  };
  const look = async () => {
    const during = watch;
    const get = () => staff.get(random.pick(world.portals), random.pick(pages));
    const status = await during.time(() =>
      get().then(
        (page) => page.status,
        () => 0,
      ),
    );
    if (status !== 200) refused.pages += 1;
  };
  const going = [
    keepDoing(type, 200),
    keepDoing(look, 250),
    keepDoing(() => moveBank(world, random.pick(active), random), 1_500),
  ];
  return {
    during: (name: string) => {
      watch = createStopwatch();
      views.set(name, watch);
    },
    stop: async () => void (await Promise.all(going.map((one) => one.stop()))),
    counts: (smoke: boolean): Report["counts"] => [
      { what: "saves of drafts", seen: saves.count(), told: true },
      { what: "saves that were not answered as kept", seen: refused.saves, exactly: 0 },
      { what: "slowest save", seen: Math.round(saves.slowest()), unit: "ms", told: true },
      { what: "pages that were not shown", seen: refused.pages, exactly: 0 },
      ...[...views].map(([name, { p95 }]): Report["counts"][number] => ({
        what: `95 % of pages while Plaid ${name}`,
        seen: Math.round(p95()),
        unit: "ms",
        ...(smoke ? { told: true } : { atMost: 500 }),
      })),
    ],
  };
}

/** At Plaid, which then tells by webhook; a Plaid that is gone moves nothing. */
async function moveBank(
  { emulator }: World,
  { clientId }: MadeCustomer,
  random: Setting["random"],
): Promise<void> {
  type State = { institutions: { institution_id: string }[] };
  try {
    const { institutions } = await emulator.state<State>();
    const bank = random.pick(institutions).institution_id;
    await emulator.setInstitution(clientId, bank, { status: random.pick(BANK_STATUSES) });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
}
