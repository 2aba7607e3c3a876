import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";

/** Plaid publishes no limit for partner endpoints; background calls of all processes together stay here. */
const CALLS_PER_SECOND = 2;
const CALLS_BURST = 20;
/** Regular polls leave this much for what a webhook asks for. */
const POLL_RESERVE = 5;
const RETRY_MS = 500;

/** Waits until the shared budget allows one more background call of the Partner API. */
export async function takeCall(purpose: "webhook" | "poll", signal: AbortSignal): Promise<void> {
  const reserve = purpose === "poll" ? POLL_RESERVE : 0;
  while (!(await take(1 + reserve))) {
    signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS * (0.5 + Math.random())));
  }
}

async function take(needed: number): Promise<boolean> {
  const refilled = sql`least(${CALLS_BURST}, b.tokens + extract(epoch from now() - b.updated_at) * ${CALLS_PER_SECOND})`;
  const rows = await db.execute(sql`
    insert into rate_budgets as b (name, tokens, updated_at)
    values ('partner-api', ${CALLS_BURST - 1}, now())
    on conflict (name) do update
      set tokens = ${refilled} - 1, updated_at = now()
      where ${refilled} >= ${needed}
    returning b.tokens
  `);
  return rows.length > 0;
}
