import "server-only";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { authorize } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/model";
import { type ChainVerdict, type Flaw, type Head, PERSON_ERASED } from "./model";

const BATCH = 5_000;
const BEFORE_ALL = -Number.MAX_SAFE_INTEGER;

type Link = { seq: number; hash: string };
type Found = Link & {
  at: string;
  previousHash: string;
  /** Of the entry as it stands now. */
  computed: string;
  person: "none" | "same" | "erased" | "changed" | "gone";
};
type Wrong = { seq: number; flaw: Flaw };

/** Whether the log is as it was written, for whoever may read it. */
export async function checkAudit(actor: Actor): Promise<ChainVerdict> {
  authorize(actor, "audit.read");
  return verifyChain();
}

/**
 * Goes over the whole log, some thousand entries at a time, and stops at the first that is not as it
 * was written. What was erased rightly counts as whole.
 *
 * @param head an end of the chain that was noted elsewhere, which must still be there.
 */
export async function verifyChain(head?: Head): Promise<ChainVerdict> {
  let [last, beforeLast]: [Link, Link] = [start, start];
  let [entries, erased]: [number, number] = [0, 0];
  let since: string | null = null;
  for (let batch = await read(BEFORE_ALL); batch.length > 0; batch = await read(last.seq)) {
    for (const entry of batch) {
      const wrong = wrongWith(entry, last, beforeLast);
      if (wrong) return { whole: false, ...wrong, checked: entries };
      since ??= entry.at;
      entries += 1;
      erased += entry.person === "erased" ? 1 : 0;
      [beforeLast, last] = [last, entry];
    }
  }
  const missed = await missedHead(last.seq, head);
  if (missed) return { whole: false, ...missed, checked: entries };
  const end = entries > 0 ? { seq: last.seq, hash: last.hash } : null;
  return { whole: true, entries, since, erased, head: end };
}

const start: Link = { seq: 0, hash: "" };

async function read(after: number): Promise<Found[]> {
  const rows = await db.execute<Found & { seq: string }>(sql`
    select e.seq, to_json(e.at) #>> '{}' as at, e.previous_hash as "previousHash", e.hash,
      audit_entry_hash(e) as computed,
      case
        when e.person_hash = '' then case when p.seq is null then 'none' else 'changed' end
        when p.seq is null then case when exists (
          select from audit_entries as erasure
          where erasure.subject = e.actor_id and erasure.action = ${PERSON_ERASED}
            and erasure.seq > e.seq
        ) then 'erased' else 'gone' end
        when audit_person_hash(p.salt, p.name, p.ip, p.user_agent) = e.person_hash then 'same'
        else 'changed'
      end as person
    from audit_entries as e left join audit_people as p on p.seq = e.seq
    where e.seq > ${after}::bigint order by e.seq limit ${BATCH}`);
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** The neighbours tell whether an entry was rewritten, or never stood between them. */
function wrongWith(entry: Found, last: Link, beforeLast: Link): Wrong | undefined {
  if (entry.seq < 1) return { seq: entry.seq, flaw: "added" };
  if (entry.seq !== last.seq + 1) return { seq: last.seq + 1, flaw: "missing" };
  const follows = entry.previousHash === last.hash;
  const sound = entry.hash === entry.computed;
  if (follows && sound) return wrongPerson(entry);
  if (follows) return { seq: entry.seq, flaw: "changed" };
  if (last.seq > 0 && entry.previousHash === beforeLast.hash)
    return { seq: last.seq, flaw: "added" };
  // It is sound and was written behind something else: what stands before it was rewritten, hash and all.
  if (sound) return { seq: Math.max(last.seq, 1), flaw: "changed" };
  return { seq: entry.seq, flaw: "added" };
}

function wrongPerson({ seq, person }: Found): Wrong | undefined {
  if (person === "changed") return { seq, flaw: "person_changed" };
  return person === "gone" ? { seq, flaw: "person_missing" } : undefined;
}

/** The first end that was noted and is not in the chain any more. */
async function missedHead(lastSeq: number, given?: Head): Promise<Wrong | undefined> {
  const [missed] = await db.execute<{ seq: string }>(sql`
    select h.seq from (
      select seq, hash from audit_heads
      ${given ? sql`union all select ${given.seq}::bigint, ${given.hash}::text` : sql``}
    ) as h left join audit_entries as e on e.seq = h.seq
    where e.hash is distinct from h.hash order by h.seq limit 1`);
  if (!missed) return undefined;
  const seq = Number(missed.seq);
  return seq > lastSeq ? { seq: lastSeq + 1, flaw: "cut" } : { seq, flaw: "changed" };
}
