import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@/scripts/stack/ports";
import { says } from "./forms";
import { createStopwatch, keepDoing, secondsUntil } from "./load";
import { startMailGate } from "./mail-gate";
import type { Report, Scenario, Setting } from "./scenario";
import { openBrowser, openPage, signIn } from "./staff";
import { type MadeCustomer, makeCustomers, startWorld, type World } from "./world";

/** A request waits for SMTP nowhere, or it would take as long as a mute server is given. */
const REQUEST_MS = 5_000;
/** Below what one address may have open (lib/auth/sign-in-link.ts); of all, what one network may ask for. */
const LINKS_EACH = 3;
const PEOPLE = { smoke: 3, full: 9 };

export const mail: Scenario = {
  name: "mail-down",
  about: "the mail server is gone, mute and says later, while people invite and ask for links",
  run,
};

async function run(setting: Setting): Promise<Report> {
  const { smoke, random, lifetime, note } = setting;
  const outageMs = smoke ? 6_000 : 200_000;
  const port = await freePort();
  const environment = { SMTP_URL: `smtp://127.0.0.1:${port}` };
  const world = await startWorld(setting, { portals: 2, environment });
  const target = world.mail.smtpPort;
  const gate = await lifetime.start(() => startMailGate({ port, target }, random));
  const drafts = await makeCustomers(world, "DRAFT", smoke ? 9 : 45);
  const people = await addPeople(world, smoke ? PEOPLE.smoke : PEOPLE.full);
  const work = await startPeople(world, { drafts, people, random, ms: 3 * outageMs });
  let unheard = 0;
  for (const state of random.shuffle(["gone", "mute", "later"] as const)) {
    note(state);
    await gate.become(state);
    const before = failedMails(world);
    await sleep(outageMs);
    if (state === "gone") unheard = failedMails(world) - before;
  }
  await work.stop();
  await gate.become("there");
  const { sql } = world.database;
  const drained = await secondsUntil(async () => {
    const [waiting] = await sql<{ n: number }[]>`
      select count(*)::int as n from mails where due_at is not null`;
    return waiting?.n === 0;
  }, 180);
  const caught = await world.mail.messages();
  const arrived = new Map<string, number>();
  for (const { to } of caught) arrived.set(to, (arrived.get(to) ?? 0) + 1);
  const off = (by: (difference: number) => number) =>
    [...work.expected].reduce((sum, [to, n]) => sum + by((arrived.get(to) ?? 0) - n), 0);
  const [given] = await sql<{ n: number }[]>`
    select count(*)::int as n from mails where quarantined_at is not null or refused_at is not null`;
  return {
    faults: [
      { what: "mails that found nobody listening", seen: unheard, atLeast: 1 },
      { what: "connections left without a word", seen: gate.met.mute, atLeast: 1 },
      { what: "mails answered with 4xx", seen: gate.met.later, atLeast: 1 },
    ],
    counts: [
      { what: "invitations and links asked for", seen: sum(work.expected), told: true },
      { what: "requests that failed", seen: work.failed(), exactly: 0 },
      {
        what: "slowest request",
        seen: Math.round(work.times.slowest()),
        unit: "ms",
        // What else this machine does is told, not judged, within the tests.
        ...(smoke ? { told: true } : { atMost: REQUEST_MS }),
      },
      { what: "95 % of requests", seen: Math.round(work.times.p95()), unit: "ms", told: true },
      { what: "until every mail is out", seen: drained, unit: "s", atMost: 60 },
      { what: "mails that never came", seen: off((n) => Math.max(0, -n)), exactly: 0 },
      { what: "mails that came twice", seen: off((n) => Math.max(0, n)), exactly: 0 },
      { what: "given up for an outage", seen: given?.n ?? 0, exactly: 0 },
    ],
  };
}

function sum(counts: Map<string, number>): number {
  return [...counts.values()].reduce((total, n) => total + n, 0);
}

/** Tries that came to nothing, as the portals log them. */
function failedMails({ portals }: World): number {
  const lines = portals.flatMap(({ logFile }) => readFileSync(logFile, "utf8").split("\n"));
  return lines.filter((line) => line.includes('"mails"') && line.includes("work failed")).length;
}

/** Members of the team who can ask for a link. */
async function addPeople({ database: { sql } }: World, count: number): Promise<string[]> {
  const emails = Array.from({ length: count }, () => `${randomUUID()}@staff.test`);
  for (const email of emails) {
    await sql`insert into users (id, email, name, role, email_verified)
      values (${`usr_${randomUUID()}`}, ${email}, 'Test person', 'viewer', now())`;
  }
  return emails;
}

type Asking = { drafts: MadeCustomer[]; people: string[]; random: Setting["random"]; ms: number };

/** Colleagues who invite, and people who ask for sign-in links, spread over the whole time. */
async function startPeople(world: World, { drafts, people, random, ms }: Asking) {
  const expected = new Map<string, number>();
  const times = createStopwatch();
  const staff = await signIn(world);
  const stranger = openBrowser(world);
  let failed = 0;
  const count = (to: string, done: boolean) => {
    if (done) expected.set(to, (expected.get(to) ?? 0) + 1);
    else failed += 1;
  };
  const invitations = drafts.map(({ id }) => async () => {
    const portal = random.pick(world.portals);
    const page = await openPage(staff, portal, `/onboardings/${id}/invite`);
    const email = `${randomUUID()}@customer.test`;
    const values = { name: "Ana Ruiz", email };
    const { status } = await times.time(() => staff.press(portal, page, "Send invitation", values));
    count(email, status === 303);
  });
  const links = people.flatMap((email) =>
    Array.from({ length: LINKS_EACH }, () => async () => {
      const portal = random.pick(world.portals);
      const page = await openPage(stranger, portal, "/sign-in");
      const press = () => stranger.press(portal, page, "E-mail me a sign-in link", { email });
      const { body } = await times.time(press);
      count(email, says(body, "Look into your mailbox"));
    }),
  );
  const wanted = random.shuffle([...invitations, ...links]);
  const asking = keepDoing(async () => wanted.pop()?.(), (0.9 * ms) / wanted.length);
  return { expected, times, failed: () => failed, stop: asking.stop };
}
