import { get, type IncomingMessage } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { News } from "@/lib/live/model";
import { waitUntil } from "@/scripts/stack/alive";
import { openSession } from "@/scripts/testing/session";
import type { World } from "./world";

/** A page that listens for news, and comes back as a browser does when its stream ends. */
export type LivePage = {
  /** How often the stream ended in order, and was opened again. */
  reopened: () => number;
  /** How often it broke off or was refused. */
  broken: () => number;
  /** Changes from `since` on that it has not been told of, once there has been time for that. */
  missed: (since: Date) => Promise<number>;
  stop: () => Promise<void>;
};

const TOLD_MS = 30_000;

/** Resolves when it has heard for the first time. */
export async function openLivePage(
  { database: { sql }, environment }: World,
  entrance: { port: number },
): Promise<LivePage> {
  const [user] = await sql<{ id: string }[]>`
    select id from users where email = 'viewer@demo.test'`;
  const { token } = await openSession(sql, { userId: user?.id ?? "", proven: true });
  const host = new URL(environment.AUTH_URL ?? "").host;
  const told = new Set<string>();
  const stopping = new AbortController();
  let point = "";
  let retryMs = 0;
  /** Anything before this may have changed: the page was told to look at everything. */
  let allBefore = 0n;
  let streams = 0;
  let broken = 0;

  function hear(message: string): void {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(message)?.[1];
    retryMs = Number(field("retry") ?? retryMs);
    const id = field("id");
    if (!id) return;
    point = id;
    const news = JSON.parse(field("data") ?? "") as News;
    if (news.changes === null) allBefore = BigInt(news.point);
    for (const { xid } of news.changes ?? []) told.add(xid);
  }

  function open(): Promise<IncomingMessage> {
    const headers = { host, cookie: `vestibule.session=${token}`, "last-event-id": point };
    const options = { host: "127.0.0.1", port: entrance.port, path: "/api/live", agent: false };
    return new Promise((resolve, reject) => {
      get({ ...options, headers, signal: stopping.signal }, resolve).once("error", reject);
    });
  }

  async function listen(): Promise<void> {
    const stream = await open();
    if (stream.statusCode !== 200) throw new Error(`answered ${stream.statusCode}`);
    streams += 1;
    let text = "";
    for await (const chunk of stream) {
      const messages = `${text}${chunk}`.split("\n\n");
      text = messages.pop() ?? "";
      messages.forEach(hear);
    }
  }

  async function stay(): Promise<void> {
    while (!stopping.signal.aborted) {
      await listen().catch(() => {
        if (!stopping.signal.aborted) broken += 1;
      });
      await sleep(retryMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  const staying = stay();
  if (!(await waitUntil(() => point !== "", TOLD_MS))) throw new Error("No news from /api/live.");
  return {
    reopened: () => streams - 1,
    broken: () => broken,
    missed: async (since) => {
      const changes = await sql<{ xid: string }[]>`
        select xid::text from changes where at >= ${since}`;
      const untold = () =>
        changes.filter(({ xid }) => !told.has(xid) && BigInt(xid) >= allBefore).length;
      await waitUntil(() => untold() === 0, TOLD_MS);
      return untold();
    },
    stop: async () => {
      stopping.abort();
      await staying;
    },
  };
}
