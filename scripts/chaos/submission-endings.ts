import { waitUntil } from "@/scripts/stack/alive";
import type { Report } from "./scenario";
import { createsByName, type Submission } from "./submission";
import type { Ending } from "./submission-cases";
import type { World } from "./world";

/** A claim is given up after a minute, give or take a tenth, and found by the loop soon after. */
const ENDED_WITHIN_S = 90;

/** Waits until no submission is under way. @returns after how many seconds none was. */
export async function waitForEndings(
  { database: { sql } }: World,
  { hurry }: { /** The minute of patience counts as over. */ hurry: boolean },
): Promise<number> {
  const startedAt = Date.now();
  if (hurry) await sql`update customers set due_at = now() where status = 'SUBMITTING'`;
  await waitUntil(
    async () =>
      (await sql`select 1 from customers where status = 'SUBMITTING' limit 1`).length === 0,
    ENDED_WITHIN_S * 1000,
    500,
  );
  return (Date.now() - startedAt) / 1000;
}

/** What people have typed, as one text for each draft. */
export async function readTyped({ database: { sql } }: World): Promise<Map<string, string>> {
  const rows = await sql<{ id: string; typed: string }[]>`
    select customer_id as id, string_agg(step || answers::text, ' ' order by step) as typed
    from step_answers group by customer_id`;
  return new Map(rows.map(({ id, typed }) => [id, typed]));
}

type Row = {
  id: string;
  status: string;
  clientId: string | null;
  states: string[];
  keys: number;
};

type AtPlaid = { company_name: string; client_id: string };

type Ended = {
  submission: Submission;
  row: Row | undefined;
  known: AtPlaid[];
  ending: Ending | "silent";
};

export async function countEndings(
  world: World,
  given: { all: Submission[]; typed: Map<string, string>; endedAfter: number },
): Promise<Report> {
  const { all, typed } = given;
  const ended = await readEndings(world, all);
  const creates = await createsByName(world);
  const typedNow = await readTyped(world);
  const count = (fits: (each: Ended) => boolean) => ended.filter(fits).length;
  const called = ({ submission }: Ended) => creates.get(submission.draft.companyName)?.length ?? 0;
  const answers = all.flatMap((submission) => submission.answers);
  const unknown = all.filter(({ ending }) => ending === "UNKNOWN").length;
  return {
    faults: [
      {
        what: "presses beyond the first of a draft",
        seen: answers.length - all.length,
        atLeast: 1,
      },
      {
        what: "created at Plaid without an answer that arrived",
        seen: count(isUnheard),
        atLeast: 1,
      },
    ],
    counts: [
      { what: "submissions", seen: all.length, told: true },
      { what: "presses, and connections that broke", seen: answers.length, told: true },
      { what: "created", seen: count(({ ending }) => ending === "CREATED"), atLeast: 1 },
      {
        what: "refused, ours again with the error",
        seen: count(({ ending }) => ending === "REFUSED"),
        atLeast: 1,
      },
      { what: "ambiguous", seen: unknown, atLeast: 1 },
      {
        what: "ambiguous, and not in SUBMIT_UNKNOWN",
        seen: count(
          ({ submission, ending }) => submission.ending === "UNKNOWN" && ending !== "UNKNOWN",
        ),
        exactly: 0,
      },
      {
        what: "created more than once at Plaid",
        seen: count(({ known }) => known.length > 1),
        exactly: 0,
      },
      {
        what: "called again though not refused",
        seen: count((each) => each.ending !== "REFUSED" && called(each) > 1),
        exactly: 0,
      },
      {
        what: "silent: neither created, refused nor unknown",
        seen: count(({ ending }) => ending === "silent"),
        exactly: 0,
      },
      {
        what: "ended otherwise than the fault demands",
        seen: count(({ submission, ending }) => ending !== submission.ending),
        exactly: 0,
      },
      {
        what: "lies: ours again, though Plaid has it",
        seen: count(({ ending, known }) => ending === "REFUSED" && known.length > 0),
        exactly: 0,
      },
      { what: "lies: created, though Plaid has it not", seen: count(isMadeUp), exactly: 0 },
      {
        what: "lies: people told of a refusal, though Plaid has it",
        seen: count(isToldWrongly),
        exactly: 0,
      },
      {
        what: "created, and a key of Plaid's lost",
        seen: count(({ ending, row }) => ending === "CREATED" && row?.keys !== 2),
        exactly: 0,
      },
      {
        what: "drafts whose typed answers changed",
        seen: all.filter(
          ({ draft }) => !typed.has(draft.id) || typed.get(draft.id) !== typedNow.get(draft.id),
        ).length,
        exactly: 0,
      },
      {
        what: "until the last had ended, after the last press",
        seen: given.endedAfter,
        unit: "s",
        atMost: ENDED_WITHIN_S,
      },
    ],
  };
}

async function readEndings(world: World, all: Submission[]): Promise<Ended[]> {
  const rows = await world.database.sql<Row[]>`
    select id, status, client_id as "clientId",
      array(select state from create_attempts where customer_id = customers.id) as states,
      (select count(*) from secrets where customer_id = customers.id and sealed is not null)::int as keys
    from customers`;
  const { customers } = await world.emulator.state<{ customers: AtPlaid[] }>();
  return all.map((submission) => {
    const row = rows.find(({ id }) => id === submission.draft.id);
    const known = customers.filter(
      ({ company_name }) => company_name === submission.draft.companyName,
    );
    return { submission, row, known, ending: endingOf(row) };
  });
}

function endingOf(row: Row | undefined): Ended["ending"] {
  if (!row || row.states.includes("SENDING")) return "silent";
  const { status, clientId, states } = row;
  if (status === "SUBMIT_UNKNOWN") return states.includes("UNKNOWN") ? "UNKNOWN" : "silent";
  if (status === "SUBMIT_FAILED") {
    return states.every((state) => state === "REFUSED" || state === "NOT_SENT")
      ? "REFUSED"
      : "silent";
  }
  return clientId && states.includes("CREATED") ? "CREATED" : "silent";
}

function isUnheard({ ending, known }: Ended): boolean {
  return ending === "UNKNOWN" && known.length > 0;
}

function isMadeUp({ ending, row, known }: Ended): boolean {
  return ending === "CREATED" && !known.some(({ client_id }) => client_id === row?.clientId);
}

/** Only a refusal keeps people on the page: all else leads to the customer. */
function isToldWrongly({ submission, known }: Ended): boolean {
  return known.length > 0 && submission.answers.some((answer) => answer?.status === 200);
}
