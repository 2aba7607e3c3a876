import { waitUntil } from "@/scripts/stack/alive";
import type { Staff } from "./staff";
import { addFault, createsByName, type Submission, submit } from "./submission";
import type { Portal, World } from "./world";

/** Long enough to see that Plaid was asked, and to kill somebody before it answers. */
const ANSWER_AFTER_MS = 6_000;
const SEEN_WITHIN_MS = 45_000;

type Crash = { staff: Staff; portal: Portal; submissions: Submission[] };

/** The portal dies after Plaid was asked and before it answers. @returns how many were under way. */
export async function killWhileAsked(world: World, crash: Crash): Promise<number> {
  const pressed = await press(world, crash);
  await allAsked(world, crash);
  const underWay = (await askedAndUnanswered(world, crash)).length;
  await crash.portal.kill();
  await pressed.done;
  await crash.portal.start();
  return underWay;
}

/**
 * The portal dies with Plaid's answers in its hands, kept from writing them down by locks of ours.
 *
 * @returns how many were waiting to be written down.
 */
export async function killWhileRecording(world: World, crash: Crash): Promise<number> {
  const { sql } = world.database;
  const ids = crash.submissions.map(({ draft }) => draft.id);
  const pressed = await press(world, crash);
  await allAsked(world, crash);
  let waiting = 0;
  await sql.begin(async (holder) => {
    await holder`select 1 from customers where id in ${holder(ids)} for update`;
    await see("no portal came to write down what Plaid had answered", async () => {
      const [found] = await sql<{ n: number }[]>`
        select count(distinct pid)::int as n from pg_locks
        where not granted and locktype in ('transactionid', 'tuple')`;
      waiting = found?.n ?? 0;
      return waiting >= ids.length;
    });
    await crash.portal.kill();
  });
  await pressed.done;
  await crash.portal.start();
  return waiting;
}

/** @returns how many answers came while the database was away. */
export async function killDatabaseWhileAsked(world: World, crash: Crash): Promise<number> {
  const pressed = await press(world, crash);
  await allAsked(world, crash);
  const underWay = await askedAndUnanswered(world, crash);
  await world.database.kill();
  await see("Plaid did not answer while the database was away", async () => {
    return (await askedAndUnanswered(world, crash)).length === 0;
  });
  await world.database.start();
  await pressed.done;
  return underWay.length;
}

/** @returns the presses, wrapped: a promise that is returned bare would be waited for. */
async function press(world: World, { staff, portal, submissions }: Crash) {
  const latency = { kind: "latency", ms: ANSWER_AFTER_MS } as const;
  for (const submission of submissions) await addFault(world, submission, latency);
  return { done: Promise.all(submissions.map((each) => submit(staff, each, [portal]))) };
}

async function allAsked(world: World, { submissions }: Crash): Promise<void> {
  await see("Plaid was not asked", async () => {
    const creates = await createsByName(world);
    return submissions.every(({ draft }) => creates.has(draft.companyName));
  });
}

async function askedAndUnanswered(world: World, { submissions }: Crash): Promise<string[]> {
  const creates = await createsByName(world);
  const names = submissions.map(({ draft }) => draft.companyName);
  return names.filter((name) => creates.get(name)?.some(({ duration_ms }) => duration_ms === null));
}

async function see(otherwise: string, condition: () => Promise<boolean>): Promise<void> {
  if (await waitUntil(condition, SEEN_WITHIN_MS, 50)) return;
  throw new Error(`Within ${SEEN_WITHIN_MS / 1000} s ${otherwise}.`);
}
