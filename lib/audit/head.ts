import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { log } from "@/lib/log";

/**
 * Notes once an hour where the chain ends, in the database and in the log, where whoever cuts its end
 * off does not reach it.
 */
export async function noteHead(): Promise<void> {
  const [head] = await db.execute<{ seq: string; hash: string }>(sql`
    insert into audit_heads (seq, hash)
    select seq, hash from audit_entries
    where not exists (select from (select at from audit_heads order by seq desc limit 1) as latest
      where at > now() - interval '1 hour')
    order by seq desc limit 1
    on conflict do nothing returning seq, hash`);
  if (head) log.info({ head: `${head.seq}:${head.hash}` }, "audit head");
}
