import { setTimeout as sleep } from "node:timers/promises";
import type { Count } from "./scenario";
import { signIn } from "./staff";
import { type MadeCustomer, makeCustomers, type World } from "./world";

/** Drafts that are sent to Plaid one after the other. */
export type Submissions = {
  drafts: MadeCustomer[];
  /** Those whose person was told that it was sent. */
  acknowledged: Set<string>;
  stop: () => Promise<void>;
};

const PAUSE_MS = 1_000;

export async function startSubmissions(
  world: World,
  entrance: { port: number },
  count: number,
): Promise<Submissions> {
  const drafts = await makeCustomers(world, "READY", count);
  const staff = await signIn(world);
  const acknowledged = new Set<string>();
  const stopping = new AbortController();

  /** @returns whether there is nothing left to press. */
  async function submit({ id }: MadeCustomer): Promise<boolean> {
    const path = `/onboardings/${id}/check`;
    const page = await staff.get(entrance, path);
    if (page.status >= 500) return false;
    // It leads on from a draft that has been sent.
    if (page.status !== 200) return true;
    const opened = { path, html: page.body };
    const { status, location } = await staff.press(entrance, opened, "Send to Plaid");
    if (status === 303 && location === `/customers/${id}`) acknowledged.add(id);
    return status === 303;
  }

  async function submitAll(): Promise<void> {
    for (const draft of drafts) {
      // Whoever gets no answer looks again, as a person would.
      while (!stopping.signal.aborted && !(await submit(draft).catch(() => false))) {
        await sleep(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
      if (stopping.signal.aborted) return;
      await sleep(PAUSE_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const submitting = submitAll();
  return {
    drafts,
    acknowledged,
    stop: async () => {
      stopping.abort();
      await submitting;
    },
  };
}

/** What Plaid created against what the portal says of it. */
export async function submissionsKept(
  { database: { sql }, emulator }: World,
  { drafts, acknowledged }: Submissions,
): Promise<Count[]> {
  const { customers } = await emulator.state<{ customers: { company_name: string }[] }>();
  const rows = await sql<{ id: string; status: string; clientId: string | null }[]>`
    select id, status, client_id as "clientId" from customers`;
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const created = ({ companyName }: MadeCustomer) =>
    customers.filter((customer) => customer.company_name === companyName).length;
  const isTold = (id: string) =>
    Boolean(rowOf.get(id)?.clientId) || rowOf.get(id)?.status === "SUBMIT_UNKNOWN";
  const silent = drafts.filter((draft) => created(draft) > 0 && !isTold(draft.id));
  return [
    { what: "submissions acknowledged", seen: acknowledged.size, atLeast: 1 },
    {
      what: "of them lost",
      seen: [...acknowledged].filter((id) => !isTold(id)).length,
      exactly: 0,
    },
    {
      what: "customers created twice at Plaid",
      seen: drafts.filter((draft) => created(draft) > 1).length,
      exactly: 0,
    },
    { what: "customers at Plaid the portal knows nothing of", seen: silent.length, exactly: 0 },
    {
      what: "submissions left to a person (SUBMIT_UNKNOWN)",
      seen: drafts.filter(({ id }) => rowOf.get(id)?.status === "SUBMIT_UNKNOWN").length,
      told: true,
    },
  ];
}
