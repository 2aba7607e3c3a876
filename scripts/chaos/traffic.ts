import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { bankEvent } from "@/scripts/testing/deliveries";
import { keepDoing } from "./load";
import { signIn } from "./staff";
import { type MadeCustomer, makeCustomers, type World } from "./world";

type Saved = { customerId: string; editor: string; text: string };

/** Everything of one kind that was asked for. */
type Tally<Kept = unknown> = {
  sent: number;
  /** Answered as meant. */
  acknowledged: Kept[];
  /** When, in milliseconds of `performance.now()`. */
  acknowledgedAt: number[];
};

/** People and Plaid at work through one entrance, all the time. */
export type Traffic = {
  pages: Tally;
  saves: Tally<Saved>;
  webhooks: Tally<string>;
  /** Each request that was not answered as meant, and how it was. */
  failures: string[];
  startedAt: Date;
  stop: () => Promise<void>;
};

const PEOPLE = 3;
const PAUSE_MS = 20;
const WEBHOOK_PAUSE_MS = 60;

export async function startTraffic(world: World, entrance: { port: number }): Promise<Traffic> {
  const drafts = await makeCustomers(world, "DRAFT", PEOPLE);
  const [live] = await makeCustomers(world, "ACTIVE", 1);
  await world.emulator.setWebhookUrl(`http://127.0.0.1:${entrance.port}/api/webhooks/plaid`);
  const staff = await signIn(world);
  const [now] = await world.database.sql<{ at: Date }[]>`select now() as at`;
  const traffic = {
    pages: newTally<string>(),
    saves: newTally<Saved>(),
    webhooks: newTally<string>(),
    failures: [] as string[],
    startedAt: now?.at ?? new Date(),
  };

  /** `work` returns what is wrong with the answer, or nothing. */
  async function attempt<Kept>(
    tally: Tally<Kept>,
    kept: Kept,
    work: () => Promise<string | undefined>,
  ): Promise<void> {
    tally.sent += 1;
    const wrong = await work().catch((error: NodeJS.ErrnoException) => error.code ?? error.message);
    if (wrong !== undefined) {
      traffic.failures.push(wrong);
      return;
    }
    tally.acknowledged.push(kept);
    tally.acknowledgedAt.push(performance.now());
  }

  function workOn({ id }: MadeCustomer) {
    let base = 0;
    const paths = ["/customers", `/customers/${id}`, `/onboardings/${id}/company`, "/"];
    return keepDoing(async () => {
      const saved = { customerId: id, editor: randomUUID(), text: `Typed ${randomUUID()}` };
      await attempt(traffic.saves, saved, async () => {
        const { editor, text } = saved;
        const save = { editor, seq: 1, base, patch: { legalEntityName: text } };
        const answer = await staff.postJson(
          entrance,
          `/api/onboardings/${id}/answers/company`,
          save,
        );
        if (answer.status !== 200) return `save: ${answer.status}`;
        const { version, conflicts } = JSON.parse(answer.body) as SaveAnswer;
        base = version;
        // After a save whose answer was lost, the draft is further than this page knew.
        return conflicts.length > 0 ? "save: conflict" : undefined;
      });
      const path = paths[traffic.pages.sent % paths.length] ?? "/";
      await attempt(traffic.pages, path, async () => {
        const { status } = await staff.get(entrance, path);
        return status === 200 ? undefined : `page: ${status}`;
      });
    }, PAUSE_MS);
  }

  function sendWebhooks() {
    return keepDoing(async () => {
      const probe = randomUUID();
      const body = { ...bankEvent({ clientId: live?.clientId ?? "" }), probe };
      await attempt(traffic.webhooks, probe, async () => {
        const [answer] = (await world.emulator.send({ body })) as WebhookAnswer[];
        return answer?.status === 200 ? undefined : `webhook: ${answer?.status ?? answer?.error}`;
      });
    }, WEBHOOK_PAUSE_MS);
  }

  const working = [...drafts.map(workOn), sendWebhooks()];
  return {
    ...traffic,
    stop: async () => {
      await Promise.all(working.map((one) => one.stop()));
    },
  };
}

type SaveAnswer = { version: number; conflicts: unknown[] };
type WebhookAnswer = { status: number | null; error: string | null };

function newTally<Kept>(): Tally<Kept> {
  return { sent: 0, acknowledged: [], acknowledgedAt: [] };
}

/** Acknowledged saves whose text is not in the database. */
export async function lostSaves(sql: postgres.Sql, { saves }: Traffic): Promise<number> {
  const rows = await sql<{ key: string }[]>`
    select customer_id || ' ' || editor || ' ' || (after #>> '{}') as key
    from answer_changes where path = 'legalEntityName'`;
  const kept = new Set(rows.map(({ key }) => key));
  return saves.acknowledged.filter(
    ({ customerId, editor, text }) => !kept.has(`${customerId} ${editor} ${text}`),
  ).length;
}

/** Drafts that do not show what was acknowledged last; only what was sent later may stand there. */
export async function staleDrafts(sql: postgres.Sql, { saves }: Traffic): Promise<number> {
  const rows = await sql<{ customerId: string; text: string }[]>`
    select customer_id as "customerId", answers ->> 'legalEntityName' as text
    from step_answers where step = 'company'`;
  const shown = new Map(rows.map(({ customerId, text }) => [customerId, text]));
  const last = new Map(saves.acknowledged.map(({ customerId, text }) => [customerId, text]));
  const earlier = new Set(saves.acknowledged.map(({ text }) => text));
  return [...last].filter(([customerId, text]) => {
    const now = shown.get(customerId) ?? "";
    return now !== text && (now === "" || earlier.has(now));
  }).length;
}

/** How acknowledged webhooks are kept: each is to be there once. */
export async function keptWebhooks(
  sql: postgres.Sql,
  { webhooks }: Traffic,
): Promise<{ lost: number; twice: number }> {
  const rows = await sql<{ probe: string; rows: number; attempts: number }[]>`
    select convert_from(body, 'UTF8')::jsonb ->> 'probe' as probe,
      count(*)::int as rows, max(attempts) as attempts
    from deliveries where body is not null group by 1`;
  const kept = new Map(rows.map((row) => [row.probe, row]));
  return {
    lost: webhooks.acknowledged.filter((probe) => !kept.has(probe)).length,
    twice: [...kept.values()].filter((row) => row.probe && (row.rows > 1 || row.attempts > 1))
      .length,
  };
}
