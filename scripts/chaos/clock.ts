import { freePort } from "@/scripts/stack/ports";
import { grantedLinks, readEnds } from "./clock-ends";
import { secondsUntil } from "./load";
import type { Report, Scenario, Setting } from "./scenario";
import { type Staff, signIn } from "./staff";
import { applicantTypists } from "./typist";
import {
  addPortal,
  type MadeCustomer,
  makeCustomers,
  type Portal,
  startWorld,
  type World,
} from "./world";

const SKEW_MS = 10 * 60_000;
/** Plaid delivers again after 30 seconds. */
const RETRY_MS = 30_000;
/** People who are mailed a link and a code, by whichever loop is first. */
const MAILED = 6;
/** From three refused webhooks on an admin is told so on the first page (lib/webhooks/trouble.ts). */
const BANKS = ["ins_56", "ins_127989", "ins_127991"];

export const clock: Scenario = {
  name: "clock",
  about: "portals whose clocks are ten minutes ahead and behind share a database with a right one",
  run,
};

type Clocks = { right: Portal; ahead: Portal; behind: Portal };

async function run(setting: Setting): Promise<Report> {
  const world = await startWorld(setting);
  const [right] = world.portals;
  if (!right) throw new Error("There is no portal");
  const clocks = {
    right,
    ahead: await addSkewed(setting, world, SKEW_MS),
    behind: await addSkewed(setting, world, -SKEW_MS),
  };
  const portals = Object.values(clocks);
  // Nothing moves at Plaid but what is moved here.
  await world.emulator.clock(0);
  const staff = await signIn(world);
  const shown = await skewsShown(staff, clocks);
  const granted = await grantedLinks(world, portals);
  const ends = await readEnds(world, portals);
  await applicantTypists(world, MAILED);
  const [customer] = await makeCustomers(world, "ACTIVE", 1);
  if (!customer) throw new Error("There is no customer");
  const told = await tellSkewed(world, clocks, customer);
  const overview = await staff.get(right, "/");
  return {
    faults: [
      { what: "portals that a health page shows to be ten minutes off", seen: shown, atLeast: 2 },
      {
        what: "genuine webhooks refused by a wrong clock",
        seen: told.refused,
        atLeast: 2 * BANKS.length,
      },
    ],
    counts: [
      {
        what: "of them, refused for another cause than their time",
        seen: told.otherCause,
        exactly: 0,
      },
      {
        what: "told on an admin's first page",
        seen: Number(overview.body.includes("webhooks failed verification")),
        exactly: 1,
      },
      { what: "of them, lost once Plaid delivered again", seen: told.lost, exactly: 0 },
      { what: "changes at banks written down twice", seen: told.doubled, exactly: 0 },
      { what: "sessions and links looked at", seen: ends.looked, told: true },
      { what: "ended early", seen: ends.early, exactly: 0 },
      { what: "outlived their end", seen: ends.late, exactly: 0 },
      { what: "links granted to a network that may ask for 30", seen: granted, exactly: 30 },
      { what: "mails that came twice", seen: await doubledMails(world), exactly: 0 },
    ],
  };
}

async function addSkewed(setting: Setting, world: World, ms: number): Promise<Portal> {
  const preload = new URL("./shift-clock.mjs", import.meta.url).href;
  const environment = {
    ...world.environment,
    NODE_OPTIONS: `${world.environment.NODE_OPTIONS ?? ""} --import ${preload}`.trim(),
    CHAOS_CLOCK_MS: String(ms),
  };
  return addPortal(await freePort(), { setting, environment });
}

/** How many health pages say of their process that it is about ten minutes off, and which way. */
async function skewsShown(staff: Staff, { ahead, behind }: Clocks): Promise<number> {
  const says = async (portal: Portal, way: string) => {
    const { body } = await staff.get(portal, "/admin/health");
    const text = body.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
    return new RegExp(`Against the database.{0,40}\\b(9|10) min[^A]{0,20}${way}`).test(text);
  };
  const said = [await says(ahead, "ahead"), await says(behind, "behind")];
  return said.filter(Boolean).length;
}

type Delivery = { webhook_id: string; url: string; status: number | null };

/** Banks move, Plaid tells a portal with a wrong clock, and when it tells again, the right one. */
async function tellSkewed(
  { emulator, database: { sql } }: World,
  { right, ahead, behind }: Clocks,
  { id, clientId }: MadeCustomer,
) {
  const hook = (portal: Portal) => `http://127.0.0.1:${portal.port}/api/webhooks/plaid`;
  const answered = async (portals: Portal[], status: number) => {
    const urls = portals.map(hook);
    const all = await emulator.deliveries<Delivery[]>();
    const those = all.filter((one) => urls.includes(one.url) && one.status === status);
    return new Set(those.map(({ webhook_id }) => webhook_id));
  };
  const refused = () => answered([ahead, behind], 401);
  const lost = async () => {
    const kept = await answered([right], 200);
    return [...(await refused())].filter((webhook) => !kept.has(webhook)).length;
  };
  for (const [portal, status] of [
    [ahead, "PROCESSING"],
    [behind, "APPROVED"],
  ] as const) {
    await emulator.setWebhookUrl(hook(portal));
    for (const bank of BANKS) await emulator.setInstitution(clientId, bank, { status });
    await until(async () => (await answered([portal], 401)).size >= BANKS.length);
    await emulator.setWebhookUrl(hook(right));
    await emulator.advance(RETRY_MS);
    await until(async () => (await lost()) === 0);
    await until(async () => {
      const [done] = await sql<{ n: number }[]>`
        select count(*)::int as n from institutions
        where customer_id = ${id} and institution_id in ${sql(BANKS)} and status = ${status}`;
      return done?.n === BANKS.length;
    });
  }
  const [found] = await sql<{ outOfTime: number; doubled: number }[]>`
    select (select coalesce(sum(n), 0)::int from webhook_rejection_counts where code = 'too_old') as "outOfTime",
      (select count(*)::int from (
        select 1 from institution_changes
        where customer_id = ${id} and institution_id in ${sql(BANKS)} and status in ('PROCESSING', 'APPROVED')
        group by institution_id, status having count(*) > 1
      ) as twice) as doubled`;
  const count = (await refused()).size;
  return {
    refused: count,
    otherCause: count - (found?.outOfTime ?? 0),
    lost: await lost(),
    doubled: found?.doubled ?? 0,
  };
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  if (Number.isNaN(await secondsUntil(condition, 60))) {
    throw new Error(`It did not come true within a minute: ${condition}`);
  }
}

/** Any of three loops may take a mail; by its Message-ID it is one. */
async function doubledMails({ mail, database: { sql } }: World): Promise<number> {
  await until(async () => {
    const [waiting] = await sql<{ n: number }[]>`
      select count(*)::int as n from mails where due_at is not null`;
    return waiting?.n === 0;
  });
  const ids = (await mail.messages()).map(({ headers }) => headers["message-id"]);
  return ids.length - new Set(ids).size;
}
