import type { Random } from "./random";
import type { Report, Scenario, Setting } from "./scenario";
import { type Staff, signIn } from "./staff";
import { addFault, type Submission, submit } from "./submission";
import { type Case, cases, crashes, type Ending } from "./submission-cases";
import { killDatabaseWhileAsked, killWhileAsked, killWhileRecording } from "./submission-crashes";
import { countEndings, readTyped, waitForEndings } from "./submission-endings";
import { makeCustomers, startWorld, type World } from "./world";

/** Submissions under way at once, but for those of a crash. */
const PARALLEL = 8;

export const submissions: Scenario = {
  name: "submissions",
  about:
    "200 drafts are sent under double clicks, crashes and every kind of silence: each is created at most once, and none ends unseen",
  run: async (setting) => {
    const world = await startWorld(setting, { portals: 2 });
    const groups = await prepare(world, setting.smoke);
    const all = groups.flatMap(({ made }) => made);
    const typed = await readTyped(world);
    const staff = await signIn(world);
    const crashed = await crash(world, { staff, setting, groups });
    await sendAll(world, { staff, setting, groups });
    setting.note(`${all.length} sent; waiting for what nobody has heard of`);
    const endedAfter = await waitForEndings(world, { hurry: setting.smoke });
    const seen = { ...crashed, recoveries: world.database.recoveries() };
    return report(seen, await countEndings(world, { all, typed, endedAfter }));
  },
};

type Group = { what: string; case?: Case; made: Submission[] };

async function prepare(world: World, smoke: boolean): Promise<Group[]> {
  const kinds: { what: string; count: number; ending: Ending; case?: Case }[] = [
    ...Object.values(crashes).map(({ what, drafts, smoke: few, ending }) => ({
      ...{ what, ending, count: smoke ? few : drafts },
    })),
    ...cases.map((each) => ({
      ...{ what: each.what, ending: each.ending, count: smoke ? each.smoke : each.drafts },
      case: each,
    })),
  ];
  const total = kinds.reduce((sum, { count }) => sum + count, 0);
  const drafts = await makeCustomers(world, "READY", total);
  return kinds.map(({ count, ending, ...kind }) => ({
    ...kind,
    made: drafts.splice(0, count).map((draft) => ({ draft, what: kind.what, ending, answers: [] })),
  }));
}

type Sending = { staff: Staff; setting: Setting; groups: Group[] };

/** First, so that what died waits for its minute while the rest is sent. */
async function crash(world: World, { staff, setting, groups }: Sending) {
  const { random, note } = setting;
  const of = (what: string) => groups.find((group) => group.what === what)?.made ?? [];
  const at = (what: string) => ({
    staff,
    portal: random.pick(world.portals),
    submissions: of(what),
  });
  const asked = await killWhileAsked(world, at(crashes.asked.what));
  note(`portal killed with ${asked} submissions unanswered`);
  const recording = await killWhileRecording(world, at(crashes.recording.what));
  note(`portal killed with ${recording} answers not yet written down`);
  const database = await killDatabaseWhileAsked(world, at(crashes.database.what));
  note(`PostgreSQL killed while ${database} answers came`);
  return { asked, recording, database };
}

async function sendAll(world: World, { staff, setting, groups }: Sending): Promise<void> {
  const { random } = setting;
  const sendings = groups.flatMap((group) =>
    group.made.map((submission) => ({ submission, case: group.case })),
  );
  const waiting = random.shuffle(sendings);
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (next.case)
        await send(world, { staff, random, submission: next.submission, ...next.case });
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
}

async function send(
  world: World,
  {
    staff,
    random,
    submission,
    fault,
    presses,
  }: Case & {
    staff: Staff;
    random: Random;
    submission: Submission;
  },
): Promise<void> {
  if (fault) await addFault(world, submission, fault);
  const portals = Array.from({ length: presses }, () => random.pick(world.portals));
  await submit(staff, submission, portals);
}

type Seen = { asked: number; recording: number; database: number; recoveries: number };

function report(seen: Seen, { faults, counts }: Report): Report {
  return {
    faults: [
      {
        what: "submissions unanswered when SIGKILL ended their portal",
        seen: seen.asked,
        atLeast: 2,
      },
      {
        what: "answers not yet written down when SIGKILL ended it",
        seen: seen.recording,
        atLeast: 2,
      },
      {
        what: "answers of Plaid that came while PostgreSQL was dead",
        seen: seen.database,
        atLeast: 2,
      },
      { what: "recoveries of PostgreSQL after SIGKILL", seen: seen.recoveries, atLeast: 1 },
      ...faults,
    ],
    counts,
  };
}
